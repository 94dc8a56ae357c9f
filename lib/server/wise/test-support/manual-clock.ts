import type { Clock } from '../clock.ts';

/** Time that passes only when a test says so. */
export interface ManualClock extends Clock {
  /** Lets time pass, calling back what falls due, in order; promises settle in between. */
  advance(ms: number): Promise<void>;
}

export function createManualClock(start = 1_800_000_000_000): ManualClock {
  let now = start;
  let due: { at: number; callBack: () => void }[] = [];
  return {
    now: () => now,
    after(delayMs, callBack) {
      const entry = { at: now + delayMs, callBack };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settle();
        const next = due.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.callBack();
      }
      now = end;
      await settle();
    },
  };
}

/** Lets every promise that is ready run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
