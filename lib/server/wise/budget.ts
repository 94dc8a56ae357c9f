import 'server-only';
import type { Clock } from './clock.ts';
import { WiseError } from './errors.ts';
import type { WiseLogger } from './logger.ts';
import type { LeasedBlock, RateLease } from './rate-lease.ts';
import { SlidingWindow } from './sliding-window.ts';

/** `interactive` = a person waits; goes before `background`, which leaves people a reserve. */
export type CallPriority = 'interactive' | 'background';

export interface RateUsage {
  requestsThisMinute: number;
  requestsPerMinute: number;
}

export interface RateBudget {
  /**
   * Room for one call, to be given back by `done`. Answers nothing (no promise) when there is room at once.
   * @throws WiseError rate-limited, with the seconds to wait, when there is none within the longest wait
   */
  acquire(priority: CallPriority): Promise<void> | undefined;
  /**
   * The call has its answer, or has failed. Wise may have counted it at any time until now, so it counts here from now
   * on; while it was under way it counted anyway.
   */
  done(): void;
  /** After a 429: nobody in this process calls Wise for so many seconds. */
  pause(seconds?: number): void;
  /** Of all replicas together, as far as this one knows. */
  usage(): RateUsage;
  /** Turns away everybody who waits. */
  close(): void;
}

export interface RateBudgetOptions {
  lease: RateLease;
  clock: Clock;
  logger: WiseLogger;
  /** Wise: 100 a second and 1,000 a minute for each client. */
  perSecond?: number;
  perMinute?: number;
  /**
   * The shares that background jobs leave to people: of each second whatever people use, of each minute what is used by
   * both. A place of the second comes back within a second and people go first, so a tenth is enough; who finds the minute
   * used up waits up to a minute.
   */
  reserve?: { ofSecond: number; ofMinute: number };
  longestWaitMs?: Record<CallPriority, number>;
}

interface Waiter {
  deadline: number;
  admit: () => void;
  turnAway: (error: WiseError) => void;
}

/** A little longer than Wise's own, whose clock need not tick as ours does. */
const secondMs = 1_010;
const minuteMs = 60_100;
/** Calls made while the block that covers them is still being leased, so that nobody waits for the store. */
const credit = 5;
const priorities = ['interactive', 'background'] as const satisfies CallPriority[];

export function createRateBudget(options: RateBudgetOptions): RateBudget {
  const { lease, clock, logger, perSecond = 100, perMinute = 1000 } = options;
  const { reserve = { ofSecond: 0.1, ofMinute: 0.2 } } = options;
  const { longestWaitMs = { interactive: 4_000, background: 120_000 } } = options;
  const perMinuteOf = { interactive: perMinute, background: perMinute * (1 - reserve.ofMinute) };
  const block = Math.max(1, Math.floor(perMinute / 40));
  const second = new SlidingWindow(perSecond, secondMs);
  const secondOfJobs = new SlidingWindow(perSecond, secondMs);
  const minute = new SlidingWindow(perMinute, minuteMs);
  const queues: Record<CallPriority, Waiter[]> = { interactive: [], background: [] };
  const leased = { minute: 0, left: 0, taken: 0, replicas: 1, isUsedUp: false };
  let leasing: Promise<void> | null = null;
  let underWay = 0;
  let pausedUntil = 0;
  let cancelPump = () => {};

  /** Milliseconds until there may be room; 0 when there is. `Infinity` when a call or lease under way decides. */
  function waitFor(priority: CallPriority, now: number): number {
    const here = perSecond / leased.replicas;
    const local = Math.max(
      pausedUntil - now,
      waitIn(second, here, underWay, now),
      priority === 'background' ? waitIn(secondOfJobs, here * (1 - reserve.ofSecond), 0, now) : 0,
      waitIn(minute, perMinuteOf[priority], underWay, now),
    );
    return local > 0 ? local : waitForLease(perMinuteOf[priority], now);
  }

  function waitIn(window: SlidingWindow, limit: number, open: number, now: number): number {
    const free = Math.max(1, Math.floor(limit)) - open;
    return free > 0 ? window.waitMs(now, free) : Number.POSITIVE_INFINITY;
  }

  function waitForLease(limit: number, now: number): number {
    startMinute(now);
    const untilNextMinute = (leased.minute + 1) * 60_000 - now;
    const used = leased.taken - Math.max(0, leased.left);
    if (used >= Math.max(1, Math.floor(limit))) return untilNextMinute;
    if (leased.left <= block / 2 && !leased.isUsedUp) leaseBlock();
    if (leased.left > (leasing ? -credit : 0)) return 0;
    return leasing ? Number.POSITIVE_INFINITY : untilNextMinute;
  }

  function startMinute(now: number) {
    const current = Math.floor(now / 60_000);
    if (leased.minute === current) return;
    Object.assign(leased, { minute: current, left: 0, taken: 0, isUsedUp: false });
  }

  function leaseBlock() {
    if (leasing) return;
    const asked = leased.minute;
    leasing = lease
      .take(asked, block, perMinute)
      .catch((error: unknown): LeasedBlock => {
        // Without the store this process keeps to the limits by itself.
        logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'wise rate lease failed');
        return { granted: block, taken: leased.taken + block, replicas: leased.replicas };
      })
      .then((given) => {
        leasing = null;
        leased.replicas = given.replicas;
        if (leased.minute === asked) {
          leased.left += given.granted;
          leased.taken = given.taken;
          leased.isUsedUp = given.granted === 0;
        }
        pump();
      });
  }

  function take(priority: CallPriority, now: number) {
    leased.left -= 1;
    underWay += 1;
    // Their share is between them and people: how long Wise takes to answer does not make it smaller.
    if (priority === 'background') secondOfJobs.add(now);
  }

  /** Admits who can go, interactive calls first, and comes back when the next one may or gives up. */
  function pump() {
    cancelPump();
    const now = clock.now();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const priority of priorities) {
      const queue = queues[priority];
      let wait = 0;
      while (queue.length > 0) {
        wait = waitFor(priority, now);
        if (wait > 0) break;
        take(priority, now);
        queue.shift()?.admit();
      }
      queues[priority] = queue.filter((waiter) => {
        const patience = waiter.deadline - now;
        if (patience > 0 && (wait <= patience || wait === Number.POSITIVE_INFINITY)) {
          nextMs = Math.min(nextMs, wait, patience);
          return true;
        }
        waiter.turnAway(tooLong(wait));
        return false;
      });
      if (queues[priority].length > 0) break;
    }
    // Background waiters behind interactive ones give up in time as well, a little later.
    if (nextMs < Number.POSITIVE_INFINITY) cancelPump = clock.after(Math.max(1, Math.ceil(nextMs)), pump);
  }

  return {
    acquire(priority) {
      const now = clock.now();
      const isNext =
        queues.interactive.length === 0 && (priority === 'interactive' || queues.background.length === 0);
      if (isNext && waitFor(priority, now) === 0) {
        take(priority, now);
        return undefined;
      }
      return new Promise<void>((admit, turnAway) => {
        queues[priority].push({ deadline: now + longestWaitMs[priority], admit, turnAway });
        pump();
      });
    },
    done() {
      const now = clock.now();
      underWay -= 1;
      second.add(now);
      minute.add(now);
      if (queues.interactive.length + queues.background.length > 0) pump();
    },
    pause(seconds = 1) {
      pausedUntil = Math.max(pausedUntil, clock.now() + seconds * 1000);
      pump();
    },
    usage() {
      startMinute(clock.now());
      return { requestsThisMinute: Math.max(0, leased.taken - leased.left), requestsPerMinute: perMinute };
    },
    close() {
      cancelPump();
      for (const priority of priorities) {
        for (const waiter of queues[priority].splice(0)) waiter.turnAway(tooLong(1000));
      }
    },
  };
}

function tooLong(waitMs: number): WiseError {
  const retryAfterSeconds = Number.isFinite(waitMs) ? Math.max(1, Math.ceil(waitMs / 1000)) : 1;
  return new WiseError({ kind: 'rate-limited', codes: [], retryAfterSeconds });
}
