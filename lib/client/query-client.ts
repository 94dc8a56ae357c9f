import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

/** Reads try twice more, but not what the server has refused. Writes are never repeated by themselves. */
export function shouldReadAgain(failures: number, error: Error): boolean {
  if (error instanceof ApiError) {
    const isRefused = error.status >= 400 && error.status < 500 && error.status !== 429;
    // Only a person can mend that, and open pages hear of it.
    if (isRefused || error.code === 'wise_not_connected') return false;
  }
  return failures < 2;
}

/** Milliseconds before the next try: what the server asked for, else 1 s, then 2 s. */
export function waitBeforeReading(failures: number, error: Error): number {
  const asked = error instanceof ApiError ? error.problem.retryAfterSeconds : undefined;
  return asked === undefined ? 1000 * 2 ** failures : Math.min(asked, 30) * 1000;
}

/**
 * The answer that a query without data waits for may be older than what makes it old now. The library keeps that answer and
 * reads no more; here it is read once again.
 */
class ConsoleQueryClient extends QueryClient {
  override async invalidateQueries(
    filters: InvalidateQueryFilters = {},
    options: InvalidateOptions = {},
  ): Promise<void> {
    const firstReads = this.getQueryCache()
      .findAll({ ...filters, fetchStatus: 'fetching' })
      .filter(({ state }) => state.data === undefined)
      .map(async (query) => {
        // Under way already: this waits for it.
        await query.fetch().catch(() => undefined);
        await super.invalidateQueries({ queryKey: query.queryKey, exact: true }, options);
      });
    await Promise.all([super.invalidateQueries(filters, options), ...firstReads]);
  }
}

export function makeQueryClient(): QueryClient {
  return new ConsoleQueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldReadAgain, retryDelay: waitBeforeReading },
      mutations: { retry: false },
    },
  });
}
