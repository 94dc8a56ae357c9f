import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printJobs } from '../../db/schema/kiosks.ts';
import { addConnectedProfile } from '../../db/test-support/add-profile.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { keepProduction } from './keep-production.ts';
import { settleLostSend } from './settle-lost-send.ts';

const minuteMs = 60_000;

describe('a try whose process ended while it was being sent', () => {
  let test: TestStore;
  const leaveBehind = async (agoMs: number, state = 'sending') => {
    const cardToken = randomUUID();
    const createdAt = new Date(Date.now() - agoMs);
    const job = { cardToken, profileId: '1', kioskId: 'WIS00001', state, createdAt };
    await test.store.db.insert(printJobs).values(job);
    return { cardToken, createdAt };
  };
  /** A reading of Wise, taken in as every reading is. */
  const read = async (cardToken: string, status: string, occurredAt: Date | null) => {
    const told = {
      cardToken,
      profileId: '1',
      status,
      kioskId: status === 'READY' ? null : 'WIS00001',
      errorCode: null,
      description: null,
      occurredAt,
      toldAt: new Date(),
      by: 'reading' as const,
    };
    await test.store.db.transaction((tx) => keepProduction(tx, told));
    await settleLostSend(test.store.db, told);
  };
  const jobsOf = async (cardToken: string) => {
    const rows = await test.store.db.select().from(printJobs).where(eq(printJobs.cardToken, cardToken));
    return rows.map(({ errorCode, errorStatus, state }) => [state, errorStatus, errorCode]);
  };

  beforeAll(async () => {
    test = await openTestStore();
    await addConnectedProfile(test.store.db);
  });
  afterAll(() => test.drop());

  it('ends refused without a code once Wise, asked two minutes after it, knows of none: the trays are searched next', async () => {
    const { cardToken } = await leaveBehind(3 * minuteMs);
    await read(cardToken, 'READY', null);
    expect(await jobsOf(cardToken)).toEqual([['refused', null, null]]);
  });

  it('is left alone while its process may still be at it', async () => {
    const { cardToken } = await leaveBehind(minuteMs);
    await read(cardToken, 'READY', null);
    expect(await jobsOf(cardToken)).toEqual([['sending', null, null]]);
    const unanswered = await leaveBehind(minuteMs, 'unknown');
    await read(unanswered.cardToken, 'READY', null);
    expect(await jobsOf(unanswered.cardToken)).toEqual([['refused', null, null]]);
  });

  it('ends refused where Wise knows only the fault of an earlier try', async () => {
    const { cardToken, createdAt } = await leaveBehind(3 * minuteMs);
    await read(cardToken, 'PRODUCTION_ERROR', new Date(createdAt.getTime() - 60 * minuteMs));
    expect(await jobsOf(cardToken)).toContainEqual(['refused', null, null]);
    expect((await jobsOf(cardToken)).some(([state]) => state === 'sending')).toBe(false);
  });

  it.each([
    ['IN_PROGRESS', 'printing'],
    ['PRODUCED', 'printed'],
  ])(
    'that Wise has taken is %s: the same try goes on as %s, and there is no second one',
    async (status, state) => {
      const { cardToken, createdAt } = await leaveBehind(3 * minuteMs);
      await read(cardToken, status, new Date(createdAt.getTime() + 1000));
      expect(await jobsOf(cardToken)).toEqual([[state, null, null]]);
    },
  );
});
