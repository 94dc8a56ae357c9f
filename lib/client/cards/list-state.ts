import type { CardSort } from '../../contracts/cards.ts';
import { hrefOf } from '../url/write-url.ts';
import { hrefWithView, type ListAddress, viewIdOf } from '../views/view-address.ts';
import type { CardFilters } from './keys.ts';

export const cardColumnIds = [
  'holder',
  'card',
  'status',
  'kind',
  'programme',
  'profile',
  'phone',
  'expires',
  'changed',
  'created',
  'currency',
  'bin',
  'token',
  'asOf',
] as const;
export type CardColumnId = (typeof cardColumnIds)[number];
export const usualColumns: readonly CardColumnId[] = cardColumnIds.slice(0, 9);
/** Without these a row could not be told from another. */
export const fixedColumns: readonly CardColumnId[] = ['holder', 'card', 'status'];

const sortFields = ['holder', 'lastFour', 'status', 'expiry', 'created', 'changed'] as const;
export type CardSortField = (typeof sortFields)[number];
export const usualSort: CardSort = '-changed';

const listFilters = ['status', 'hold', 'type', 'scheme', 'programme', 'profileId'] as const;
export type CardListFilter = (typeof listFilters)[number];
/** What has a chip; status has the views. */
export const chipFilters = [
  'hold',
  'programme',
  'type',
  'scheme',
  'profileId',
] as const satisfies CardListFilter[];
export type CardChipFilter = (typeof chipFilters)[number];

/** All that the address says about the list. */
export interface CardListState {
  filters: CardFilters & { sort: CardSort };
  /** Undefined: the usual ones, as many as the window holds. */
  columns: readonly CardColumnId[] | undefined;
  /** The saved view it was opened with. */
  viewId?: string | undefined;
}

export function parseListState(search: URLSearchParams): CardListState {
  const query = search.get('query')?.trim().slice(0, 200);
  const filters: CardListState['filters'] = { sort: parseSort(search.get('sort')) };
  if (query) filters.query = query;
  for (const name of listFilters) {
    const values = [...new Set(search.getAll(name))].filter(Boolean).slice(0, 50).sort();
    if (values.length > 0) filters[name] = values;
  }
  return { filters, columns: parseColumns(search.get('columns')), viewId: viewIdOf(search) };
}

/** All of the address but the view: what a saved view holds. */
function queryOfList({ filters, columns }: CardListState): string {
  return hrefOf('', {
    query: filters.query,
    status: valuesOf(filters, 'status'),
    hold: valuesOf(filters, 'hold'),
    programme: valuesOf(filters, 'programme'),
    type: valuesOf(filters, 'type'),
    scheme: valuesOf(filters, 'scheme'),
    profileId: valuesOf(filters, 'profileId'),
    sort: filters.sort === usualSort ? undefined : filters.sort,
    columns: columns?.join(','),
  }).slice(1);
}

export const hrefForList = (state: CardListState): `/cards?${string}` =>
  hrefWithView('/cards', queryOfList(state), state.viewId);

export const addressOfList = (state: CardListState): ListAddress<`/cards?${string}`> => ({
  query: queryOfList(state),
  viewId: state.viewId,
  hrefFor: (query, viewId) => hrefForList({ ...parseListState(new URLSearchParams(query)), viewId }),
});

export function valuesOf(filters: CardFilters, name: CardListFilter): readonly string[] {
  const values = filters[name];
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}

export function withValues(
  state: CardListState,
  name: CardListFilter,
  values: readonly string[],
): CardListState {
  const { [name]: _before, ...rest } = state.filters;
  const filters = values.length === 0 ? rest : { ...rest, [name]: [...values].sort() };
  return { ...state, filters };
}

export function withQuery(state: CardListState, query: string): CardListState {
  const { query: _before, ...rest } = state.filters;
  const text = query.trim();
  return { ...state, filters: text === '' ? rest : { ...rest, query: text } };
}

/** The same field again turns the order round; times begin with the newest. */
export function withSort(state: CardListState, field: CardSortField): CardListState {
  const { sort } = state.filters;
  const newestFirst = field === 'changed' || field === 'created';
  const next: CardSort =
    sort === field ? `-${field}` : sort === `-${field}` || !newestFirst ? field : `-${field}`;
  return { ...state, filters: { ...state.filters, sort: next } };
}

export function sortDirection(sort: CardSort, field: CardSortField): 'ascending' | 'descending' | undefined {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : undefined;
}

/** Search, status and every chip. */
export function countFilters({ filters }: CardListState): number {
  const lists = listFilters.filter((name) => valuesOf(filters, name).length > 0).length;
  return lists + (filters.query ? 1 : 0);
}

export function withoutFilters({ filters, columns }: CardListState): CardListState {
  return { filters: { sort: filters.sort }, columns };
}

function parseSort(text: string | null): CardSort {
  const field = sortFields.find((name) => text === name || text === `-${name}`);
  if (!field) return usualSort;
  return text === field ? field : `-${field}`;
}

function parseColumns(text: string | null): readonly CardColumnId[] | undefined {
  if (text === null) return undefined;
  const asked = text.split(',');
  return cardColumnIds.filter((id) => fixedColumns.includes(id) || asked.includes(id));
}
