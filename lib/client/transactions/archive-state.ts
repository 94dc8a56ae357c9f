import { declineFamilies } from '../../catalogues/decline-families.ts';
import { transactionOutcomes } from '../../catalogues/statuses.ts';
import type { TransactionsQuery, TransactionsSort } from '../../contracts/transactions.ts';
import { boundsOfDay } from '../../format/day-bounds.ts';
import { readDay } from '../url/read-day.ts';
import { hrefOf } from '../url/write-url.ts';
import { hrefWithView, type ListAddress, viewIdOf } from '../views/view-address.ts';

export type ArchiveFilters = Omit<TransactionsQuery, 'cursor' | 'limit'>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const patterns = {
  state: /^.{1,40}$/,
  type: /^.{1,40}$/,
  family: new RegExp(`^(${declineFamilies.join('|')})$`),
  declineReason: /^.{1,100}$/,
  currency: /^[A-Z]{3}$/,
  authorisationMethod: /^.{1,40}$/,
  pinResult: /^.{1,40}$/,
  outcome: new RegExp(`^(${transactionOutcomes.join('|')})$`),
  hour: /^([01]\d|2[0-3])$/,
  mcc: /^.{1,20}$/,
  country: /^.{1,60}$/,
  programme: /^.{1,80}$/,
  profileId: /^\d{1,19}$/,
  cardToken: uuid,
};
/** Filters of which several values can be chosen. */
export type ArchiveFilterName = keyof typeof patterns;
export const archiveFilterNames = [
  'state',
  'type',
  'family',
  'declineReason',
  'currency',
  'authorisationMethod',
  'pinResult',
  'outcome',
  'hour',
  'mcc',
  'country',
  'programme',
  'profileId',
  'cardToken',
] as const satisfies ArchiveFilterName[];

export const archiveColumnIds = [
  'time',
  'merchant',
  'card',
  'place',
  'how',
  'state',
  'note',
  'profile',
  'mcc',
  'approval',
  'arn',
  'id',
  'source',
  'billing',
  'reporting',
  'amount',
] as const;
export type ArchiveColumnId = (typeof archiveColumnIds)[number];
export const usualArchiveColumns: readonly ArchiveColumnId[] = [
  'time',
  'merchant',
  'card',
  'how',
  'state',
  'note',
  'billing',
  'amount',
];
/** Without these a row could not be told from another. */
export const fixedArchiveColumns: readonly ArchiveColumnId[] = ['time', 'merchant', 'state', 'amount'];

export type ArchiveSortField = 'created' | 'id' | 'billing';
export const archiveSorts = [
  '-created',
  'created',
  '-billing',
  'billing',
  '-id',
  'id',
] as const satisfies TransactionsSort[];
const usualSort: TransactionsSort = '-created';

/** All that the address says. `from` and `until` are days, `hour` hours of the day, in the reader's own zone. */
export interface ArchiveState extends Record<ArchiveFilterName, readonly string[]> {
  query: string;
  merchant: string;
  amountFrom: string;
  amountTo: string;
  /** Those alone that this export tells otherwise than they are by now. */
  changedSinceExport: string;
  from: string;
  until: string;
  sort: TransactionsSort;
  /** Undefined: the usual ones, as many as the window holds. */
  columns: readonly ArchiveColumnId[] | undefined;
  /** The transaction that stands beside the list. */
  open: { profileId: string; id: string } | undefined;
  /** The saved view it was opened with. */
  viewId?: string | undefined;
}

export const isAmount = (text: string): boolean => /^\d{1,15}(\.\d{1,4})?$/.test(text);
export const isFilterValue = (name: ArchiveFilterName, value: string): boolean => patterns[name].test(value);

/** A value that the archive could not be asked for is left out. */
export function parseArchiveState(search: URLSearchParams): ArchiveState {
  const values = (name: ArchiveFilterName) =>
    [...new Set(search.getAll(name))]
      .filter((value) => isFilterValue(name, value))
      .sort()
      .slice(0, 50);
  const amount = (name: string) => {
    const text = search.get(name)?.trim() ?? '';
    return isAmount(text) ? text : '';
  };
  return {
    query: search.get('query')?.trim().slice(0, 200) ?? '',
    merchant: search.get('merchant')?.trim().slice(0, 100) ?? '',
    amountFrom: amount('amountFrom'),
    amountTo: amount('amountTo'),
    changedSinceExport: uuid.exec(search.get('changedSinceExport') ?? '')?.[0] ?? '',
    from: readDay(search, 'from'),
    until: readDay(search, 'until'),
    state: values('state'),
    type: values('type'),
    family: values('family'),
    declineReason: values('declineReason'),
    currency: values('currency'),
    authorisationMethod: values('authorisationMethod'),
    pinResult: values('pinResult'),
    outcome: values('outcome'),
    hour: values('hour'),
    mcc: values('mcc'),
    country: values('country'),
    programme: values('programme'),
    profileId: values('profileId'),
    cardToken: values('cardToken'),
    sort: parseSort(search.get('sort')),
    columns: parseColumns(search.get('columns')),
    open: parseOpen(search.get('open')),
    viewId: viewIdOf(search),
  };
}

const parseSort = (text: string | null): TransactionsSort =>
  archiveSorts.find((sort) => sort === text) ?? usualSort;

function parseColumns(text: string | null): readonly ArchiveColumnId[] | undefined {
  if (text === null) return undefined;
  const asked = text.split(',');
  return archiveColumnIds.filter((id) => fixedArchiveColumns.includes(id) || asked.includes(id));
}

function parseOpen(text: string | null): ArchiveState['open'] {
  const [, profileId, id] = /^(\d{1,19}):(\d{1,19})$/.exec(text ?? '') ?? [];
  return profileId === undefined || id === undefined ? undefined : { profileId, id };
}

/** All of the address but the view and what is open: what a saved view holds. */
const queryOf = ({ columns, open: _open, sort, viewId: _view, ...rest }: ArchiveState): string =>
  hrefOf('', { ...rest, sort: sort === usualSort ? undefined : sort, columns: columns?.join(',') }).slice(1);

export function hrefForArchive(state: ArchiveState): `/transactions?${string}` {
  const href = hrefWithView('/transactions', queryOf(state), state.viewId);
  return state.open ? hrefOfOpen(href, state.open) : href;
}

/** What an export tells otherwise than it is by now, in the order it was made. */
export const hrefForChangedSince = (exportId: string): string =>
  hrefOf('/transactions', { changedSinceExport: exportId, sort: 'created' });

/** One transaction beside its list. @param listHref of the list with nothing open */
export const hrefOfOpen = <Href extends string>(
  listHref: Href,
  { id, profileId }: { id: string; profileId: string },
): `${Href}&open=${string}` => `${listHref}&open=${profileId}:${id}`;

export const addressOfArchive = (state: ArchiveState): ListAddress<`/transactions?${string}`> => ({
  query: queryOf(state),
  viewId: state.viewId,
  hrefFor: (query, viewId) => hrefForArchive({ ...parseArchiveState(new URLSearchParams(query)), viewId }),
});

export const withoutFilters = ({ columns, sort }: ArchiveState): ArchiveState => ({
  ...parseArchiveState(new URLSearchParams()),
  columns,
  sort,
});

/** Those beside the search. */
export function countFilters(state: ArchiveState): number {
  const lists = archiveFilterNames.filter((name) => state[name].length > 0).length;
  const single = [
    `${state.from}${state.until}`,
    `${state.amountFrom}${state.amountTo}`,
    state.merchant,
    state.changedSinceExport,
  ];
  return lists + single.filter((text) => text !== '').length;
}

export const isNarrowed = (state: ArchiveState): boolean => state.query !== '' || countFilters(state) > 0;

/** The same field again turns the order round; every order begins with the newest or largest. */
export const withSort = (state: ArchiveState, field: ArchiveSortField): ArchiveState => ({
  ...state,
  sort: state.sort === `-${field}` ? field : `-${field}`,
});

export function sortDirection(
  sort: TransactionsSort,
  field: ArchiveSortField,
): 'ascending' | 'descending' | undefined {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : undefined;
}

/** What the endpoint is asked for. A day that ends before it begins finds nothing, so its end is not sent. */
export function toArchiveFilters(state: ArchiveState, timeZone: string): ArchiveFilters {
  const { amountFrom, amountTo, changedSinceExport, family, merchant, query } = state;
  const from = boundsOfDay(state.from, timeZone)?.from;
  const until = boundsOfDay(state.until, timeZone)?.until;
  const isRange = until !== undefined && (from === undefined || from <= until);
  const filters: ArchiveFilters = { sort: state.sort };
  if (query) filters.query = query;
  if (merchant) filters.merchant = merchant;
  if (amountFrom) filters.amountFrom = amountFrom;
  if (amountTo) filters.amountTo = amountTo;
  if (changedSinceExport) filters.changedSinceExport = changedSinceExport;
  if (from) filters.from = from;
  if (isRange) filters.to = new Date(Date.parse(until) + 1).toISOString();
  const families = declineFamilies.filter((one) => family.includes(one));
  if (families.length > 0) filters.family = families;
  const outcomes = transactionOutcomes.filter((one) => state.outcome.includes(one));
  if (outcomes.length > 0) filters.outcome = outcomes;
  if (state.hour.length > 0) {
    filters.hour = state.hour.map(Number);
    filters.timeZone = timeZone;
  }
  for (const name of archiveFilterNames)
    if (name !== 'family' && name !== 'outcome' && name !== 'hour' && state[name].length > 0)
      filters[name] = [...state[name]];
  return filters;
}
