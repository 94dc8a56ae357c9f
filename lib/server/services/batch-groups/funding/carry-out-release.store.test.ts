import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { batchFundings } from '../../../db/schema/batches.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { insertGroup, insertMaker } from '../test-support/test-groups.ts';
import { releaseFunding } from './carry-out-release.ts';
import { beginFunding } from './funding-row.ts';

let opened: TestStore;
let personId: string;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

beforeAll(async () => {
  opened = await openTestStore();
  personId = await insertMaker(opened.store.db);
});
afterAll(() => opened.drop());

async function makeFunding(change: Partial<typeof batchFundings.$inferInsert> = {}) {
  const { db } = opened.store;
  const { id: groupId } = await insertGroup(db, personId);
  const row = { groupId, way: 'BALANCE', state: 'unknown', personId, startedAt: minutesAgo(20), ...change };
  const funding = await db.transaction((tx) => beginFunding(tx, row));
  return { groupId, fundingId: funding.id };
}
const release = (funding: { groupId: string; fundingId: string }) =>
  opened.store.db.transaction((tx) => releaseFunding(tx, funding));

describe('a funding that makes room for another', () => {
  test('is one that nobody knew the end of for 15 minutes, or a wire that was not sent', async () => {
    await expect(release(await makeFunding())).resolves.toBeUndefined();
    await expect(
      release(await makeFunding({ way: 'DIRECT_DEBIT', initiationAccount: '1234' })),
    ).resolves.toBeUndefined();
    await expect(
      release(await makeFunding({ way: 'BANK_TRANSFER', state: 'sent', startedAt: minutesAgo(1) })),
    ).resolves.toBeUndefined();
  });

  test.each([
    ['was begun 14 minutes ago', { startedAt: minutesAgo(14) }],
    ['was answered', { state: 'sent' }],
    ['is done', { state: 'done' }],
    ['was seen to debit the balance', { debitSeenAt: new Date() }],
    ['was seen to move transfers', { transfersMovedAt: new Date() }],
    ['is a direct debit that Wise has named', { way: 'DIRECT_DEBIT', initiationId: '7' }],
    ['is a direct debit on its way', { way: 'DIRECT_DEBIT', state: 'sent', initiationId: '8' }],
  ])('is none that %s', async (_, change) => {
    await expect(release(await makeFunding(change))).rejects.toMatchObject({
      code: 'batch_not_released_yet',
    });
  });

  test('a second one begins only after it, however many try', async () => {
    const funding = await makeFunding();
    const begin = () =>
      opened.store.db.transaction((tx) =>
        beginFunding(tx, { groupId: funding.groupId, way: 'BALANCE', state: 'started', personId }),
      );
    await expect(begin()).rejects.toMatchObject({ code: 'batch_funding_stands' });
    await release(funding);
    const tries = await Promise.allSettled(Array.from({ length: 5 }, begin));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
