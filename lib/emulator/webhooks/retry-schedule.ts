import type { DeliveryAttempt } from '../entities.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const mostRetries = 25;
const doublingRetries = 11;
const mostTriesOfHopeless = 3;

/**
 * Wise: statuses that rarely recover, a list that begins with 400, are tried three times at most.
 * Emulator choice: the rest of the list.
 */
const hopelessStatuses = new Set([400, 401, 403, 404, 405, 406, 410, 411, 413, 414, 415, 422]);

/** Wise: 1 minute, 2, 4 and so on, at most 24 hours; after the eleventh retry fourteen more, one a day. */
function waitBeforeRetry(retry: number): number {
  return retry > doublingRetries ? dayMs : Math.min(dayMs, minuteMs * 2 ** (retry - 1));
}

/** Wise: `Retry-After` is honoured as seconds and as a date. */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

/**
 * @param attempts what was tried so far, the failed last one included
 * @returns milliseconds from the last attempt to the next, or null when there is none
 */
export function waitBeforeNextTry(
  attempts: readonly DeliveryAttempt[],
  retryAfterMs: number | null,
): number | null {
  const status = attempts.at(-1)?.status ?? null;
  if (status !== null && hopelessStatuses.has(status) && attempts.length >= mostTriesOfHopeless) return null;
  if (attempts.length > mostRetries) return null;
  return retryAfterMs ?? waitBeforeRetry(attempts.length);
}
