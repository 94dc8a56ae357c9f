import { dehydrate, type QueryKey, QueryClient } from '@tanstack/react-query';

/** What the server has read already, in the shape HydrationBoundary takes. Undefined data leaves the reading to the page. */
export function hydratedQuery(queryKey: QueryKey, data: unknown) {
  const client = new QueryClient();
  if (data !== undefined) client.setQueryData(queryKey, data);
  return dehydrate(client);
}

/** The same for the first page of an infinite list. */
export function hydratedFirstPage(queryKey: QueryKey, page: unknown) {
  return hydratedQuery(queryKey, page === undefined ? undefined : { pages: [page], pageParams: [null] });
}
