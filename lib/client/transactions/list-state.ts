import type { CardPath } from '../../contracts/cards.ts';
import { boundsOfDay } from '../../format/day-bounds.ts';
import { readDay } from '../url/read-day.ts';
import { hrefOf } from '../url/write-url.ts';
import { hrefWithView, type ListAddress, viewIdOf } from '../views/view-address.ts';
import type { TransactionFilters } from './queries.ts';

/** All that the address says. `from` and `until` are days in the reader's own zone. */
export interface TransactionsState {
  query: string;
  state: string;
  type: string;
  declineReason: string;
  from: string;
  until: string;
  /** The saved view it was opened with. */
  viewId?: string | undefined;
}

export const parseTransactionsState = (search: URLSearchParams): TransactionsState => ({
  query: search.get('query')?.trim().slice(0, 200) ?? '',
  state: search.get('state')?.slice(0, 40) ?? '',
  type: search.get('type')?.slice(0, 40) ?? '',
  declineReason: search.get('declineReason')?.slice(0, 100) ?? '',
  from: readDay(search, 'from'),
  until: readDay(search, 'until'),
  viewId: viewIdOf(search),
});

export const noFilters: TransactionsState = {
  query: '',
  state: '',
  type: '',
  declineReason: '',
  from: '',
  until: '',
};
export const countFilters = ({ viewId: _viewId, ...filters }: TransactionsState): number =>
  Object.values(filters).filter((value) => value !== '').length;

const pathOf = ({ profileId, cardToken }: CardPath) =>
  `/cards/${profileId}/${cardToken}/transactions` as const;

/** Without a state the list opens with the default view. */
export const hrefForTransactions = (path: CardPath, state?: TransactionsState) =>
  state === undefined ? pathOf(path) : hrefWithView(pathOf(path), queryOf(state), state.viewId);

export const addressOfTransactions = (
  path: CardPath,
  state: TransactionsState,
): ListAddress<`${ReturnType<typeof pathOf>}?${string}`> => ({
  query: queryOf(state),
  viewId: state.viewId,
  hrefFor: (query, viewId) =>
    hrefWithView(pathOf(path), queryOf(parseTransactionsState(new URLSearchParams(query))), viewId),
});

const queryOf = ({ viewId: _viewId, ...filters }: TransactionsState): string => hrefOf('', filters).slice(1);

/** What the endpoint is asked for. A day that ends before it begins finds nothing, so it is not sent. */
export function toTransactionFilters(state: TransactionsState, timeZone: string): TransactionFilters {
  const { query, type, declineReason } = state;
  const from = boundsOfDay(state.from, timeZone)?.from;
  const to = boundsOfDay(state.until, timeZone)?.until;
  return {
    ...(query && { query }),
    ...(state.state && { state: [state.state] }),
    ...(type && { type: [type] }),
    ...(declineReason && { declineReason: [declineReason] }),
    ...(from && { from }),
    ...(to && { to }),
  };
}
