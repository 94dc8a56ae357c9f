import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../audit/audit-trail.ts';
import { balanceCredits, balanceDebits, batchFundings } from '../../../db/schema/batches.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { insertGroup, insertMaker } from '../test-support/test-groups.ts';
import { noteConversions, openConversions } from './conversions-seen.ts';
import { beginFunding } from './funding-row.ts';

let opened: TestStore;
let personId: string;
let told: AuditEntry[] = [];
let profiles = 100;
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);
const note = () =>
  noteConversions({
    store: opened.store,
    audit: {
      async append(entry) {
        told.push(entry);
        return 1n;
      },
    },
  });

beforeAll(async () => {
  opened = await openTestStore();
  personId = await insertMaker(opened.store.db);
});
afterAll(() => opened.drop());
beforeEach(() => {
  told = [];
});

/** Begun two minutes ago, its transfers moved one minute ago; each in a profile of its own. */
async function makeFunding(change: Partial<typeof batchFundings.$inferInsert> = {}) {
  const { db } = opened.store;
  const profileId = String(profiles++);
  const { id: groupId } = await insertGroup(db, personId, { profileId });
  const { id } = await db.transaction((tx) =>
    beginFunding(tx, {
      groupId,
      personId,
      way: 'BALANCE',
      state: 'done',
      startedAt: secondsAgo(120),
      transfersMovedAt: secondsAgo(60),
      ...change,
    }),
  );
  return {
    id,
    profileId,
    /** `to`: the currency that was filled at the same moment, or so many seconds later; null where none was. */
    async debit(amount: string, { currency = 'EUR', ago = 90, to = 'GBP' as string | null, later = 0 } = {}) {
      const move = { profileId, occurredAt: secondsAgo(ago) };
      await db.insert(balanceDebits).values({ id: randomUUID(), ...move, currency, amount });
      if (to === null) return;
      const occurredAt = secondsAgo(ago - later);
      await db.insert(balanceCredits).values({ id: randomUUID(), ...move, currency: to, occurredAt });
    },
    seen: async () => {
      const [row] = await db.select().from(batchFundings).where(eq(batchFundings.id, id));
      return openConversions(row?.conversionsSeen ?? null);
    },
  };
}

describe('a conversion that nobody agreed to', () => {
  test('is kept by currency with its sums, and put on the trail once', async () => {
    const funding = await makeFunding();
    await funding.debit('100.25');
    await funding.debit('0.75');
    await funding.debit('12', { currency: 'USD' });
    await note();
    await note();
    expect(await funding.seen()).toEqual([
      { currency: 'EUR', amount: '101.00' },
      { currency: 'USD', amount: '12' },
    ]);
    expect(told).toMatchObject([
      { phase: 'event', action: 'batch-groups.converted-unasked', target: { profileId: funding.profileId } },
    ]);
  });

  test('that is told later is added, and told again', async () => {
    const funding = await makeFunding();
    await funding.debit('5');
    await note();
    await funding.debit('7', { currency: 'USD' });
    await note();
    expect((await funding.seen()).map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
    expect(told).toHaveLength(2);
  });

  test.each([
    ['before the funding began', { ago: 140 }, {}],
    ['after its transfers had moved', { ago: 40 }, {}],
    ['that filled no balance', { to: null }, {}],
    ['that filled another balance than the group’s', { to: 'USD' }, {}],
    ['with a credit of another moment', { later: 4 }, {}],
    ['of the group’s own currency', { currency: 'GBP' }, {}],
    ['that somebody agreed to', {}, { conversionApprovalId: randomUUID() }],
    ['beside a funding by another way', {}, { way: 'BANK_TRANSFER' }],
    ['beside a funding that was refused', {}, { state: 'refused' }],
  ])('is no debit %s', async (_, debit, change) => {
    const funding = await makeFunding(change);
    await funding.debit('5', debit);
    await note();
    expect(await funding.seen()).toEqual([]);
    expect(told).toEqual([]);
  });
});
