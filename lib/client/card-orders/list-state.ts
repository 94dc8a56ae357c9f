import type { CardOrderNeed, CardOrderSort, IndexedOrdersQuery } from '../../contracts/card-order-list.ts';
import { hrefOf } from '../url/write-url.ts';
import { hrefWithView, type ListAddress, viewIdOf } from '../views/view-address.ts';

export type CardOrderFilters = Omit<IndexedOrdersQuery, 'cursor' | 'limit'>;

export const orderColumnIds = [
  'holder',
  'status',
  'card',
  'delivery',
  'branch',
  'programme',
  'profile',
  'created',
  'changed',
  'order',
  'asOf',
] as const;
export type OrderColumnId = (typeof orderColumnIds)[number];
export const usualOrderColumns: readonly OrderColumnId[] = orderColumnIds.slice(0, 8);
/** Without these a row could not be told from another. */
export const fixedOrderColumns: readonly OrderColumnId[] = ['holder', 'status'];

export const orderSortFields = ['created', 'changed', 'holder', 'status'] as const;
export type OrderSortField = (typeof orderSortFields)[number];
const usualSort: CardOrderSort = '-created';

const needValues: readonly CardOrderNeed[] = ['day-60', 'day-45', 'waiting', 'returned'];
export const orderFilterNames = [
  'status',
  'delivery',
  'branchId',
  'profileId',
  'programme',
  'scheme',
  'type',
] as const;
export type OrderFilterName = (typeof orderFilterNames)[number];

/** All that the address says about the list. */
export interface CardOrdersState extends Record<OrderFilterName, readonly string[]> {
  query: string;
  needs: readonly CardOrderNeed[];
  sort: CardOrderSort;
  /** Undefined: the usual ones, as many as the window holds. */
  columns: readonly OrderColumnId[] | undefined;
  /** The saved view it was opened with. */
  viewId?: string | undefined;
}

const unique = (values: readonly string[]) => [...new Set(values)].filter(Boolean).sort().slice(0, 50);

/** A value the index could not be asked for is left out. */
export function parseCardOrdersState(search: URLSearchParams): CardOrdersState {
  const values = (name: OrderFilterName) => unique(search.getAll(name));
  const needs = search.getAll('needs');
  return {
    query: search.get('query')?.trim().slice(0, 200) ?? '',
    status: values('status'),
    delivery: values('delivery'),
    branchId: values('branchId'),
    profileId: values('profileId').filter((id) => /^\d{1,19}$/.test(id)),
    programme: values('programme'),
    scheme: values('scheme'),
    type: values('type'),
    needs: needValues.filter((one) => needs.includes(one)),
    sort: parseSort(search.get('sort')),
    columns: parseColumns(search.get('columns')),
    viewId: viewIdOf(search),
  };
}

function parseSort(text: string | null): CardOrderSort {
  const field = orderSortFields.find((name) => text === name || text === `-${name}`);
  if (field === undefined) return usualSort;
  return text === field ? field : `-${field}`;
}

function parseColumns(text: string | null): readonly OrderColumnId[] | undefined {
  if (text === null) return undefined;
  const asked = text.split(',');
  return orderColumnIds.filter((id) => fixedOrderColumns.includes(id) || asked.includes(id));
}

/** All of the address but the view: what a saved view holds. */
const queryOf = ({ columns, sort, viewId: _view, ...rest }: CardOrdersState): string =>
  hrefOf('', { ...rest, sort: sort === usualSort ? undefined : sort, columns: columns?.join(',') }).slice(1);

export const hrefForCardOrders = (state: CardOrdersState) =>
  hrefWithView('/card-orders', queryOf(state), state.viewId);

export const addressOfCardOrders = (state: CardOrdersState): ListAddress<`/card-orders?${string}`> => ({
  query: queryOf(state),
  viewId: state.viewId,
  hrefFor: (query, viewId) =>
    hrefForCardOrders({ ...parseCardOrdersState(new URLSearchParams(query)), viewId }),
});

export const withoutFilters = ({ columns, sort }: CardOrdersState): CardOrdersState => ({
  ...parseCardOrdersState(new URLSearchParams()),
  columns,
  sort,
});

/** Those beside the search. */
export const countFilters = (state: CardOrdersState): number =>
  [...orderFilterNames, 'needs' as const].filter((name) => state[name].length > 0).length;

export const isNarrowed = (state: CardOrdersState): boolean => state.query !== '' || countFilters(state) > 0;

/** The same field again turns the order round; times begin with the newest. */
export function withSort(state: CardOrdersState, field: OrderSortField): CardOrdersState {
  const isTime = field === 'created' || field === 'changed';
  const first: CardOrderSort = isTime ? `-${field}` : field;
  const other: CardOrderSort = isTime ? field : `-${field}`;
  return { ...state, sort: state.sort === first ? other : first };
}

export function sortDirection(
  sort: CardOrderSort,
  field: OrderSortField,
): 'ascending' | 'descending' | undefined {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : undefined;
}

export function toOrderFilters(state: CardOrdersState): CardOrderFilters {
  const filters: CardOrderFilters = { sort: state.sort };
  if (state.query !== '') filters.query = state.query;
  if (state.needs.length > 0) filters.needs = [...state.needs];
  for (const name of orderFilterNames) if (state[name].length > 0) filters[name] = [...state[name]];
  return filters;
}
