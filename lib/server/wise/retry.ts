import 'server-only';
import { WiseError, type WiseErrorKind, type WiseProblem } from './errors.ts';
import { TransportFailure } from './transport.ts';

export interface RetryQuestion {
  /** See `WiseCall`. Nothing else is ever repeated. */
  safe: boolean;
  /** The attempt that failed, from 1. */
  attempt: number;
  error: unknown;
  /** Milliseconds until the caller's deadline. */
  remainingMs: number;
  /** From 0 up to 1: keeps callers that failed together from coming back together. */
  random: () => number;
}

export type RetryAnswer = { retry: true; delayMs: number } | { retry: false };

const passing: readonly WiseErrorKind[] = ['unavailable', 'unknown', 'rate-limited'];
const mostAttempts = 3;
const firstDelayMs = 100;
const longestDelayMs = 2_000;

/** Whether a failed call is made again, and after how long. Pure: this is the only place that decides it. */
export function decideRetry(question: RetryQuestion): RetryAnswer {
  const { safe, attempt, error, remainingMs, random } = question;
  if (!safe || attempt >= mostAttempts) return { retry: false };
  if (!(error instanceof WiseError) || !passing.includes(error.kind)) return { retry: false };
  const growing = Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs);
  const delayMs =
    error.retryAfterSeconds === undefined
      ? Math.round(growing * (0.5 + random() / 2))
      : error.retryAfterSeconds * 1000 + Math.round(firstDelayMs * random());
  return delayMs < remainingMs ? { retry: true, delayMs } : { retry: false };
}

/**
 * What an error answer says about a write. 5xx and 408 leave open whether it was done: a gateway gives up while
 * the service behind it carries on, and a service may fail after it has committed. Only 503 with Retry-After is
 * a server that turns requests away before it works on them.
 */
export function settleProblem(problem: WiseProblem, isRead: boolean): WiseProblem {
  if (isRead || problem.kind !== 'unavailable') return problem;
  const turnedAway = problem.status === 503 && problem.retryAfterSeconds !== undefined;
  return turnedAway ? problem : { ...problem, kind: 'unknown' };
}

/**
 * A call that broke off. Before the first byte left nothing can have happened; afterwards a write is unknown,
 * unless its status had already said that it was done.
 */
export function problemOfFailure(failure: TransportFailure, isRead: boolean): WiseProblem {
  const problem = { codes: [], cause: failure, ...(failure.status ? { status: failure.status } : {}) };
  if (isRead || !failure.sent) return { ...problem, kind: 'unavailable' };
  const done = failure.status !== undefined && failure.status >= 200 && failure.status < 300;
  return done ? { ...problem, kind: 'not-understood', applied: true } : { ...problem, kind: 'unknown' };
}
