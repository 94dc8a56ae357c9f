import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';

/** A page is read on the server, sent, and taken over by the browser within this time. */
const onItsWayMs = 15_000;

/**
 * A page that was read on the server before an event may reach the browser after it: what it brings is read again.
 * @returns `note` is told what an event has made old; `end` stops watching
 */
export function watchForLatePages(client: QueryClient) {
  const madeOld = new Map<string, { key: QueryKey; at: number }>();
  const isOld = (queryKey: QueryKey) => {
    const since = performance.now() - onItsWayMs;
    return [...madeOld.values()].some(
      ({ key, at }) => at >= since && key.every((part, index) => queryKey[index] === part),
    );
  };
  const end = client.getQueryCache().subscribe((change) => {
    const isBrought =
      (change.type === 'added' && change.query.state.data !== undefined) ||
      (change.type === 'updated' && change.action.type === 'setState');
    const { queryKey } = change.query;
    if (isBrought && isOld(queryKey)) void client.invalidateQueries({ queryKey, exact: true });
  });
  return {
    note(key: QueryKey) {
      const at = performance.now();
      for (const [hash, old] of madeOld) if (old.at < at - onItsWayMs) madeOld.delete(hash);
      madeOld.set(hashKey(key), { key, at });
    },
    end,
  };
}
