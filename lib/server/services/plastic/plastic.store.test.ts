import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOvers, kiosks, plasticMovements, printJobs } from '../../db/schema/kiosks.ts';
import { branches, people } from '../../db/schema/staff.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { readPlasticDay } from './read-day.ts';
import { readBalances } from './read-sums.ts';

const kiritimati = { id: 'line', name: 'Line Islands', timeZone: 'Pacific/Kiritimati' };

describe('plastic in the store', () => {
  let test: TestStore;
  let personId = '';
  const printed = (endedAt: string, more: Partial<typeof printJobs.$inferInsert> = {}) => ({
    cardToken: endedAt,
    profileId: '1',
    kioskId: 'WIS00001',
    branchId: 'line',
    state: 'printed',
    endedAt: new Date(endedAt),
    ...more,
  });

  beforeAll(async () => {
    test = await openTestStore();
    const { db } = test.store;
    await db.insert(branches).values([kiritimati, { id: 'leeds', name: 'Leeds' }]);
    await db.insert(kiosks).values({ id: 'WIS00001', branchId: 'line', place: 'Counter' });
    const [person] = await db
      .insert(people)
      .values({ name: 'Grace Oduya', email: 'g@example.com', role: 'branch_manager' })
      .returning();
    personId = person?.id ?? '';
    await db.insert(printJobs).values([
      // The branch is 14 hours ahead: its 20th begins at 10:00 on the 19th.
      printed('2026-11-19T09:59:59Z'),
      printed('2026-11-19T10:00:00Z'),
      printed('2026-11-20T09:59:59Z'),
      printed('2026-11-20T10:00:00Z'),
      printed('2026-11-20T01:00:00Z', { state: 'fault', cardToken: 'fault' }),
      printed('2026-11-20T01:00:00Z', { state: 'refused', cardToken: 'refused' }),
      printed('2026-11-20T01:00:00Z', { branchId: 'leeds', cardToken: 'elsewhere' }),
    ]);
  });
  afterAll(() => test.drop());

  it('what was produced comes from the print jobs, on the day in the branch’s own zone', async () => {
    const day = await readPlasticDay(test, { personId }, kiritimati, '2026-11-20');
    expect(day).toMatchObject({ produced: 2, faults: 1, expected: null });
    expect(day.kiosks).toEqual([
      { id: 'WIS00001', place: 'Counter', isActive: true, produced: 2, spoiled: 0, destroyed: 0 },
    ]);
    const balances = await readBalances(test.store.db, kiritimati, '2026-11-21');
    expect(balances.map(({ day: name, produced }) => `${name} ${produced}`)).toEqual([
      '2026-11-19 1',
      '2026-11-20 2',
      '2026-11-21 1',
    ]);
  });

  it('a row of plastic and a hand-over are neither changed nor deleted', async () => {
    const { db } = test.store;
    await db.insert(plasticMovements).values({
      branchId: 'line',
      day: '2026-11-20',
      kind: 'spoiled',
      quantity: 1,
      recordedBy: personId,
    });
    await db.insert(handOvers).values({
      cardToken: 'c',
      branchId: 'line',
      identityCheckedBy: 'passport',
      handedOverBy: personId,
      collectedAt: new Date(),
    });
    await expect(db.update(plasticMovements).set({ quantity: 2 })).rejects.toThrow();
    await expect(db.delete(plasticMovements)).rejects.toThrow();
    await expect(db.delete(handOvers).where(eq(handOvers.cardToken, 'c'))).rejects.toThrow();
    expect(await db.select().from(plasticMovements)).toMatchObject([{ quantity: 1 }]);
    expect(await db.select().from(handOvers)).toHaveLength(1);
  });
});
