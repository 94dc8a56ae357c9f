import {
  type AuthorizationOutcome,
  authorizationOutcomes,
  connectionKinds,
  connectionStates,
} from '../../catalogues/connections.ts';
import type { Connection, ConnectionListQuery } from '../../contracts/connections.ts';
import { hrefOf } from '../url/write-url.ts';

export type ConnectionFilters = Omit<ConnectionListQuery, 'cursor' | 'limit'>;
export const connectionSorts = ['owner', '-used', 'expires', '-connected'] as const;
type Sort = (typeof connectionSorts)[number];

/** All that the address says about the list. */
export interface ConnectionsState {
  query: string;
  state: Connection['state'] | '';
  kind: Connection['kind'] | '';
  sort: Sort;
}

export const isConnectionState = (value: string | null) =>
  connectionStates.find((one) => one === value) ?? '';
export const isConnectionKind = (value: string | null) => connectionKinds.find((one) => one === value) ?? '';
export const isConnectionSort = (value: string | null): Sort =>
  connectionSorts.find((one) => one === value) ?? 'owner';

export const parseConnectionsState = (search: URLSearchParams): ConnectionsState => ({
  query: search.get('query')?.trim().slice(0, 200) ?? '',
  state: isConnectionState(search.get('state')),
  kind: isConnectionKind(search.get('kind')),
  sort: isConnectionSort(search.get('sort')),
});

export const hrefForConnections = ({ sort, ...state }: ConnectionsState): string =>
  hrefOf('/settings/connections', { ...state, ...(sort !== 'owner' && { sort }) });

export const withoutFilters = ({ sort }: ConnectionsState): ConnectionsState => ({
  query: '',
  state: '',
  kind: '',
  sort,
});

/** Those beside the search. */
export const countFilters = ({ state, kind }: ConnectionsState): number =>
  [state, kind].filter((value) => value !== '').length;

export const toConnectionFilters = ({ query, state, kind, sort }: ConnectionsState): ConnectionFilters => ({
  sort,
  ...(query && { query }),
  ...(state && { state: [state] }),
  ...(kind && { kind: [kind] }),
});

/** With what the browser came back from Wise, if it did. */
export function parseCameBack(
  search: URLSearchParams,
): { outcome: AuthorizationOutcome; connectionId: string | null } | undefined {
  const outcome = authorizationOutcomes.find((one) => one === search.get('outcome'));
  return outcome && { outcome, connectionId: search.get('connection') };
}
