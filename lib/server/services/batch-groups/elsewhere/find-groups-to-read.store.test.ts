import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchFundings, type batchGroups, batchRows } from '../../../db/schema/batches.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { insertGroup, insertMaker } from '../test-support/test-groups.ts';
import { findGroupsToRead } from './find-groups-to-read.ts';

let opened: TestStore;
let personId: string;
beforeAll(async () => {
  opened = await openTestStore();
  personId = await insertMaker(opened.store.db);
});
afterAll(() => opened.drop());

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
let transfers = 1;

/** Closed here, read ten minutes ago, with one transfer that waits for its money. */
async function makeGroup(change: Partial<typeof batchGroups.$inferInsert>, transferStatus = waiting) {
  const { db } = opened.store;
  const { id: groupId } = await insertGroup(db, personId, {
    stage: 'settled',
    wiseId: randomUUID(),
    wiseStatus: 'COMPLETED',
    wiseTransfers: 1,
    wiseReadAt: ago(10),
    ...change,
  });
  const transferId = String(transfers++);
  await db
    .insert(batchRows)
    .values({ groupId, rowNumber: 1, contentSealed: '', state: 'in-group', transferId, transferStatus });
  return groupId;
}
const waiting = 'incoming_payment_waiting';
const isRead = async (groupId: string) =>
  (await findGroupsToRead(opened.store.db)).some(({ id }) => id === groupId);

test.each<[string, Partial<typeof batchGroups.$inferInsert>, string, boolean]>([
  ['a closed one of the console’s own', {}, waiting, true],
  ['one that was read just now', { wiseReadAt: ago(1) }, waiting, false],
  ['an open one of the console’s own', { wiseStatus: 'NEW' }, waiting, false],
  ['one whose transfers have their money', {}, 'processing', false],
  ['one of last year', { createdAt: ago(60 * 24 * 365) }, waiting, false],
  ['an open one made elsewhere', { origin: 'wise', wiseStatus: 'NEW' }, waiting, true],
  [
    'one made elsewhere whose transfers are not read yet',
    { origin: 'wise', wiseTransfers: 2, wiseReadAt: ago(1) },
    waiting,
    true,
  ],
  ['one made elsewhere that was cancelled', { origin: 'wise', wiseStatus: 'CANCELLED' }, waiting, false],
])('%s is read again or not', async (_, change, transferStatus, expected) => {
  expect(await isRead(await makeGroup(change, transferStatus))).toBe(expected);
});

test('one that somebody began to fund here is followed by its funding, and again where that ended without money', async () => {
  const { db } = opened.store;
  const groupId = await makeGroup({});
  const funding = { id: randomUUID(), groupId, personId, way: 'BANK_TRANSFER', state: 'sent' };
  await db.insert(batchFundings).values(funding);
  expect(await isRead(groupId)).toBe(false);
  await db.update(batchFundings).set({ state: 'released' });
  expect(await isRead(groupId)).toBe(true);
});
