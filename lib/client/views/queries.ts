import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SavedViewListName } from '../../catalogues/saved-views.ts';
import { listViews } from '../../contracts/views.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { viewKeys } from './keys.ts';

export const viewsOptions = (list: SavedViewListName) =>
  queryOptions({
    queryKey: viewKeys.list(list),
    queryFn: ({ signal }) => callEndpoint(listViews, { query: { list }, signal }),
  });
export const useViews = (list: SavedViewListName) => useQuery(viewsOptions(list));
