import { type BatchGroupStatus, batchGroupStatusValues } from '../../catalogues/batch-statuses.ts';
import type { BatchGroupsQuery } from '../../contracts/batch-groups.ts';
import { hrefOf } from '../url/write-url.ts';
import { hrefWithView, type ListAddress, viewIdOf } from '../views/view-address.ts';

export type BatchGroupFilters = Omit<BatchGroupsQuery, 'cursor' | 'limit'>;
type Sort = NonNullable<BatchGroupsQuery['sort']>;
const batchGroupSorts = ['-changed', 'changed', '-created', 'created', 'name', '-name'] as const;
export type BatchGroupSortField = 'changed' | 'name';
const usualSort: Sort = '-changed';

const filterNames = ['status', 'profileId', 'currency'] as const;

/** All that the address says about the list. */
export interface BatchGroupsState {
  query: string;
  status: readonly BatchGroupStatus[];
  profileId: readonly string[];
  currency: readonly string[];
  /** Only the reader's own. */
  isMine: boolean;
  sort: Sort;
  /** The saved view it was opened with. */
  viewId?: string | undefined;
}

const unique = (values: readonly string[]) => [...new Set(values)].sort().slice(0, 50);

/** A value the register could not be asked for is left out. */
export function parseBatchGroupsState(search: URLSearchParams): BatchGroupsState {
  const statuses = search.getAll('status');
  return {
    query: search.get('query')?.trim().slice(0, 100) ?? '',
    status: batchGroupStatusValues.filter((one) => statuses.includes(one)),
    profileId: unique(search.getAll('profileId').filter((id) => /^\d{1,19}$/.test(id))),
    currency: unique(search.getAll('currency').filter((code) => /^[A-Z]{3}$/.test(code))),
    isMine: search.get('owner') === 'me',
    sort: batchGroupSorts.find((one) => one === search.get('sort')) ?? usualSort,
    viewId: viewIdOf(search),
  };
}

/** All of the address but the view: what a saved view holds. */
const queryOf = ({ query, status, profileId, currency, isMine, sort }: BatchGroupsState): string =>
  hrefOf('', {
    query,
    status,
    profileId,
    currency,
    owner: isMine ? 'me' : undefined,
    sort: sort === usualSort ? undefined : sort,
  }).slice(1);

export const hrefForBatchGroups = (state: BatchGroupsState) =>
  hrefWithView('/batch-groups', queryOf(state), state.viewId);

export const addressOfBatchGroups = (state: BatchGroupsState): ListAddress<`/batch-groups?${string}`> => ({
  query: queryOf(state),
  viewId: state.viewId,
  hrefFor: (query, viewId) =>
    hrefForBatchGroups({ ...parseBatchGroupsState(new URLSearchParams(query)), viewId }),
});

export const withoutFilters = ({ sort }: BatchGroupsState): BatchGroupsState => ({
  query: '',
  status: [],
  profileId: [],
  currency: [],
  isMine: false,
  sort,
});

/** Those beside the search. */
export const countFilters = (state: BatchGroupsState): number =>
  filterNames.filter((name) => state[name].length > 0).length + (state.isMine ? 1 : 0);

export const isNarrowed = (state: BatchGroupsState): boolean => state.query !== '' || countFilters(state) > 0;

/** The same field again turns the order round; times begin with the newest. */
export function withSort(state: BatchGroupsState, field: BatchGroupSortField): BatchGroupsState {
  const first: Sort = field === 'changed' ? '-changed' : 'name';
  const other: Sort = field === 'changed' ? 'changed' : '-name';
  return { ...state, sort: state.sort === first ? other : first };
}

export function sortDirection(
  sort: Sort,
  field: BatchGroupSortField,
): 'ascending' | 'descending' | undefined {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : undefined;
}

export const toBatchGroupFilters = (state: BatchGroupsState): BatchGroupFilters => ({
  sort: state.sort,
  ...(state.query && { query: state.query }),
  ...(state.status.length > 0 && { status: [...state.status] }),
  ...(state.profileId.length > 0 && { profileId: [...state.profileId] }),
  ...(state.currency.length > 0 && { currency: [...state.currency] }),
  ...(state.isMine && { owner: 'me' as const }),
});
