import { describe, expect, it } from 'vitest';
import type { DeliveryAttempt } from '../entities.ts';
import { readRetryAfter, waitBeforeNextTry } from './retry-schedule.ts';

const failed = (count: number, status: number | null = 500): DeliveryAttempt[] =>
  Array.from({ length: count }, () => ({ at: '', status, error: null }));
const minutes = (ms: number | null) => (ms === null ? null : ms / 60_000);

describe('retry schedule', () => {
  it('doubles from one minute eleven times, then tries daily fourteen times, then gives up', () => {
    const waits = Array.from({ length: 26 }, (_, index) =>
      minutes(waitBeforeNextTry(failed(index + 1), null)),
    );
    expect(waits).toEqual([
      1,
      2,
      4,
      8,
      16,
      32,
      64,
      128,
      256,
      512,
      1024,
      ...Array<number>(14).fill(1440),
      null,
    ]);
  });

  it('tries three times at most what rarely recovers', () => {
    expect(minutes(waitBeforeNextTry(failed(2, 400), null))).toBe(2);
    expect(waitBeforeNextTry(failed(3, 400), null)).toBeNull();
    expect(minutes(waitBeforeNextTry(failed(3, 429), null))).toBe(4);
    expect(minutes(waitBeforeNextTry(failed(3, null), null))).toBe(4);
  });

  it('reads Retry-After as seconds and as a date', () => {
    const now = Date.UTC(2026, 0, 1, 12);
    expect(readRetryAfter('120', now)).toBe(120_000);
    expect(readRetryAfter('Thu, 01 Jan 2026 12:05:00 GMT', now)).toBe(300_000);
    expect(readRetryAfter('Thu, 01 Jan 2026 11:00:00 GMT', now)).toBe(0);
    expect(readRetryAfter('soon', now)).toBeNull();
    expect(readRetryAfter(null, now)).toBeNull();
  });
});
