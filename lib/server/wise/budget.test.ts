import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../db/database.ts';
import { wiseRateWindows } from '../db/schema/wise.ts';
import { type CallPriority, createRateBudget, type RateBudget, type RateBudgetOptions } from './budget.ts';
import { WiseError } from './errors.ts';
import { createRateLease, type RateLease } from './rate-lease.ts';
import { collectLog } from './test-support/collect-log.ts';
import { createManualClock, settle } from './test-support/manual-clock.ts';
import { openDatabase, patience } from './test-support/open-database.ts';

/** A store that always grants what is left of the minute. */
function aloneLease(): RateLease & { asked: number } {
  const taken = new Map<number, number>();
  const lease = {
    asked: 0,
    async take(minute: number, block: number, perMinute: number) {
      lease.asked += 1;
      const before = taken.get(minute) ?? 0;
      const granted = before + block <= perMinute ? block : 0;
      taken.set(minute, before + granted);
      return { granted, taken: before + granted, replicas: 1 };
    },
    leave: () => Promise.resolve(),
  };
  return lease;
}

/** A minute starts here. */
const start = 1_800_000_000_000;

function open(options: Partial<RateBudgetOptions> = {}) {
  const clock = createManualClock(start);
  const lease = aloneLease();
  const budget = createRateBudget({ lease, clock, logger: collectLog(), ...options });
  return { budget, clock, lease };
}

/** Calls so many times, answered at once; counts who was let through and who was turned away. */
function ask(budget: RateBudget, priority: CallPriority, times: number) {
  const seen = { through: 0, turnedAway: [] as (number | undefined)[] };
  for (let index = 0; index < times; index += 1) {
    Promise.resolve(budget.acquire(priority)).then(
      () => {
        seen.through += 1;
        budget.done();
      },
      (error: unknown) => {
        seen.turnedAway.push(error instanceof WiseError ? error.retryAfterSeconds : Number.NaN);
      },
    );
  }
  return seen;
}

describe('without load', () => {
  test('answers at once, without a promise and without waiting for the store', () => {
    const never: RateLease = { take: () => new Promise(() => {}), leave: () => Promise.resolve() };
    const { budget } = open({ lease: never });
    expect(budget.acquire('interactive')).toBeUndefined();
    expect(budget.acquire('background')).toBeUndefined();
  });

  test('asks the store once for many calls', async () => {
    const { budget, clock, lease } = open();
    for (let second = 0; second < 20; second += 1) {
      expect(budget.acquire('interactive')).toBeUndefined();
      budget.done();
      await clock.advance(1_000);
    }
    expect(lease.asked).toBeLessThanOrEqual(2);
    expect(budget.usage()).toEqual({ requestsThisMinute: 20, requestsPerMinute: 1000 });
  });

  test('costs less than a tenth of a millisecond a call', async () => {
    const { budget, clock } = open({ perSecond: 100_000, perMinute: 100_000 });
    ask(budget, 'interactive', 1);
    await clock.advance(1_100);
    const startedAt = performance.now();
    for (let call = 0; call < 1_000; call += 1) {
      budget.acquire('interactive');
      budget.done();
    }
    expect((performance.now() - startedAt) / 1_000).toBeLessThan(0.1);
  });

  test('a store that fails stops nobody', async () => {
    const broken: RateLease = {
      take: () => Promise.reject(new Error('gone')),
      leave: () => Promise.resolve(),
    };
    const { budget, clock } = open({ lease: broken });
    const people = ask(budget, 'interactive', 60);
    await clock.advance(10);
    expect(people.through).toBe(60);
  });
});

describe('the limits', () => {
  test('100 in a second, the next ones as room comes', async () => {
    const { budget, clock } = open();
    const people = ask(budget, 'interactive', 150);
    await clock.advance(1_000);
    expect(people.through).toBe(100);
    await clock.advance(1_000);
    expect(people).toEqual({ through: 150, turnedAway: [] });
  });

  test('1,000 in a minute; who would wait too long hears at once for how long', async () => {
    const { budget, clock } = open();
    const people = { through: 0, turnedAway: 0 };
    for (let second = 0; second < 10; second += 1) {
      const seen = ask(budget, 'interactive', 100);
      await clock.advance(1_100);
      people.through += seen.through;
    }
    expect(people.through).toBe(1_000);
    const late = ask(budget, 'interactive', 3);
    await settle();
    expect(late.through).toBe(0);
    expect(late.turnedAway).toEqual([50, 50, 50]);
    expect(budget.usage().requestsThisMinute).toBe(1_000);
  });

  test('the end of a minute is no way around the limit', async () => {
    const { budget, clock } = open();
    await clock.advance(50_000);
    let through = 0;
    for (let second = 0; second < 20; second += 1) {
      const seen = ask(budget, 'interactive', 100);
      await clock.advance(1_100);
      through += seen.through;
    }
    expect(through).toBe(1_000);
  });

  test('a slow call counts until a second after its answer: Wise may have counted it at any time', async () => {
    const { budget, clock } = open({
      perSecond: 2,
      longestWaitMs: { interactive: 60_000, background: 60_000 },
    });
    budget.acquire('interactive');
    budget.acquire('interactive');
    const people = ask(budget, 'interactive', 1);
    await clock.advance(5_000);
    expect(people.through).toBe(0);
    budget.done();
    await clock.advance(900);
    expect(people.through).toBe(0);
    await clock.advance(200);
    expect(people.through).toBe(1);
  });

  test('a waiting person gives up in time', async () => {
    const { budget, clock } = open({
      perSecond: 1,
      longestWaitMs: { interactive: 2_500, background: 9_000 },
    });
    const people = ask(budget, 'interactive', 6);
    await clock.advance(3_000);
    expect(people).toMatchObject({ through: 3, turnedAway: [2, 2, 2] });
  });
});

describe('people before jobs', () => {
  test('jobs leave a tenth of every second to people', async () => {
    const { budget, clock } = open();
    const jobs = ask(budget, 'background', 200);
    await clock.advance(500);
    expect(jobs.through).toBe(90);
    const people = ask(budget, 'interactive', 10);
    await settle();
    expect(people.through).toBe(10);
  });

  test('what people use of their tenth is not taken from jobs', async () => {
    const { budget, clock } = open();
    ask(budget, 'interactive', 10);
    const jobs = ask(budget, 'background', 200);
    await clock.advance(500);
    expect(jobs.through).toBe(90);
    const person = ask(budget, 'interactive', 1);
    await clock.advance(520);
    expect(person.through).toBe(1);
  });

  test('slow answers make the share of jobs no smaller, and a person goes as soon as a place is free', async () => {
    const { budget, clock } = open({ perSecond: 10, perMinute: 6_000 });
    let jobs = 0;
    const work = async () => {
      for (;;) {
        await budget.acquire('background');
        jobs += 1;
        clock.after(100, () => budget.done());
      }
    };
    for (let worker = 0; worker < 20; worker += 1) void work();
    await clock.advance(20_000);
    expect(jobs / 20).toBeGreaterThan(8.7);
    expect(jobs / 20).toBeLessThanOrEqual(9);
    const person = ask(budget, 'interactive', 1);
    await clock.advance(200);
    expect(person.through).toBe(1);
  });

  test('jobs leave a fifth of every minute to people', async () => {
    const { budget, clock } = open();
    const jobs = ask(budget, 'background', 2_000);
    await clock.advance(30_000);
    expect(jobs.through).toBe(800);
    const people = ask(budget, 'interactive', 100);
    await clock.advance(2_000);
    expect(people.through).toBe(100);
  });

  test('a person who comes later goes first', async () => {
    const { budget, clock } = open({ perSecond: 10, reserve: { ofSecond: 0, ofMinute: 0 } });
    const order: string[] = [];
    const note = (name: string, wait: Promise<void> | undefined) =>
      void Promise.resolve(wait).then(() => order.push(name));
    ask(budget, 'interactive', 10);
    note('job', budget.acquire('background'));
    note('person', budget.acquire('interactive'));
    await clock.advance(2_000);
    expect(order).toEqual(['person', 'job']);
  });
});

describe('after a 429', () => {
  test('everybody waits as long as Wise asks', async () => {
    const { budget, clock } = open();
    budget.pause(2);
    const people = ask(budget, 'interactive', 1);
    const jobs = ask(budget, 'background', 1);
    await clock.advance(1_900);
    expect([people.through, jobs.through]).toEqual([0, 0]);
    await clock.advance(200);
    expect([people.through, jobs.through]).toEqual([1, 1]);
  });

  test('people hear at once when that is too long, jobs stay', async () => {
    const { budget, clock } = open();
    budget.pause(30);
    const people = ask(budget, 'interactive', 1);
    const jobs = ask(budget, 'background', 1);
    await settle();
    expect(people.turnedAway).toEqual([30]);
    await clock.advance(31_000);
    expect(jobs).toEqual({ through: 1, turnedAway: [] });
  });

  test('a shorter pause does not end a longer one', async () => {
    const { budget, clock } = open();
    budget.pause(3);
    budget.pause(1);
    const people = ask(budget, 'interactive', 1);
    await clock.advance(2_000);
    expect(people.through).toBe(0);
  });

  test('closing turns everybody away', async () => {
    const { budget } = open();
    budget.pause(2);
    const seen = [ask(budget, 'interactive', 1), ask(budget, 'background', 1)];
    budget.close();
    await settle();
    expect(seen.map((group) => group.turnedAway)).toEqual([[1], [1]]);
  });
});

describe('replicas on one store', () => {
  let db: Database;
  let closeStore: () => Promise<void>;
  beforeAll(async () => {
    ({ db, close: closeStore } = await openDatabase());
  });
  afterAll(() => closeStore());
  beforeEach(() => db.delete(wiseRateWindows));
  const minute = Math.floor(start / 60_000);

  test('together take no more than the minute has', async () => {
    const leases = [createRateLease(db), createRateLease(db), createRateLease(db)];
    const granted = await Promise.all(
      Array.from({ length: 60 }, (_, index) => leases[index % 3]?.take(minute, 25, 1_000)),
    );
    expect(granted.reduce((sum, block) => sum + (block?.granted ?? 0), 0)).toBe(1_000);
    expect((await leases[0]?.take(minute + 1, 25, 1_000))?.granted).toBe(25);
  });

  test('know how many they are, and forget those who stopped', async () => {
    const [one, two] = [createRateLease(db), createRateLease(db)];
    expect((await one.take(minute, 25, 1_000)).replicas).toBe(1);
    expect((await two.take(minute, 25, 1_000)).replicas).toBe(2);
    expect((await one.take(minute + 1, 25, 1_000)).replicas).toBe(2);
    expect((await one.take(minute + 2, 25, 1_000)).replicas).toBe(1);
    expect((await two.take(minute + 2, 25, 1_000)).replicas).toBe(2);
    await one.leave();
    expect((await two.take(minute + 2, 25, 1_000)).replicas).toBe(1);
  });

  test('share the second between them', async () => {
    const clock = createManualClock(start);
    const budgets = [1, 2].map(() =>
      createRateBudget({ clock, logger: collectLog(), lease: createRateLease(db) }),
    );
    for (const budget of budgets) ask(budget, 'interactive', 1);
    await expect.poll(() => db.select().from(wiseRateWindows), patience).toHaveLength(3);
    await clock.advance(60_000);
    const seen = budgets.map((budget) => ask(budget, 'interactive', 100));
    await expect.poll(() => seen.map((group) => group.through), patience).toEqual([50, 50]);
  });

  test('old windows are deleted', async () => {
    const lease = createRateLease(db);
    await lease.take(minute, 25, 1_000);
    await lease.take(minute + 60, 25, 1_000);
    const rows = await db.select().from(wiseRateWindows);
    expect(new Set(rows.map((row) => row.window))).toEqual(new Set([minute + 60]));
  });
});
