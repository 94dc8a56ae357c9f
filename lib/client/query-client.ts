import { QueryClient } from '@tanstack/react-query';
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

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldReadAgain, retryDelay: waitBeforeReading },
      mutations: { retry: false },
    },
  });
}
