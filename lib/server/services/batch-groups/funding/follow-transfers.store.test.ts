import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { batchRows } from '../../../db/schema/batches.ts';
import { profiles, wiseConnections } from '../../../db/schema/wise.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { insertGroup, insertMaker } from '../test-support/test-groups.ts';
import { readTransferAgain } from './follow-transfers.ts';

let opened: TestStore;
const transferId = '987';
let asked: string[] = [];
/** What Wise answers next, in the order it is asked; after that the transfer is sent. */
let answers: Promise<string>[] = [];
const at = new Date('2026-11-24T12:00:00Z');
const read = (status?: string) =>
  readTransferAgain(
    {
      store: opened.store,
      wise: {
        transfers: {
          async getTransfer(_, id) {
            asked.push(id);
            return { status: (await answers.shift()) ?? 'outgoing_payment_sent' };
          },
        },
      },
    },
    transferId,
    { priority: 'background', ...(status !== undefined && { told: { status, at } }) },
  );
const storedStatus = async () => {
  const [row] = await opened.store.db.select().from(batchRows).where(eq(batchRows.transferId, transferId));
  return row?.transferStatus;
};

beforeAll(async () => {
  opened = await openTestStore();
  const { db } = opened.store;
  const [profileId, userId] = ['1', '2'];
  await db.insert(wiseConnections).values({ userId });
  const named = { name: 'Payer', searchText: 'payer' };
  await db
    .insert(profiles)
    .values({ id: profileId, userId, type: 'BUSINESS', state: 'VISIBLE', readAt: new Date(), ...named });
  const { id: groupId } = await insertGroup(db, await insertMaker(db), { profileId });
  await db
    .insert(batchRows)
    .values({ groupId, rowNumber: 1, contentSealed: 'v1', state: 'in-group', transferId });
});
afterAll(() => opened.drop());
beforeEach(async () => {
  asked = [];
  answers = [];
  await opened.store.db
    .update(batchRows)
    .set({ transferStatus: 'incoming_payment_waiting', transferReadAt: null });
});

describe('a transfer of which something is told', () => {
  test('is not read where that is known: each one that is made says so', async () => {
    expect(await read('incoming_payment_waiting')).toBe(true);
    expect(asked).toEqual([]);
    expect(await storedStatus()).toBe('incoming_payment_waiting');
  });

  test('is dated by it where it is known, without asking', async () => {
    const { db } = opened.store;
    await db.update(batchRows).set({ transferStatus: 'processing', transferStatusAt: null });
    expect(await read('processing')).toBe(true);
    expect(asked).toEqual([]);
    const [row] = await db.select().from(batchRows).where(eq(batchRows.transferId, transferId));
    expect(row?.transferStatusAt).toEqual(at);
  });

  test('is read where it is new, and what Wise then says is kept: words come in any order', async () => {
    expect(await read('processing')).toBe(true);
    expect(asked).toEqual([transferId]);
    expect(await storedStatus()).toBe('outgoing_payment_sent');
  });

  test('keeps the newer of two answers that cross, and asks again for the one that was overtaken', async () => {
    const slow = Promise.withResolvers<string>();
    answers = [slow.promise, Promise.resolve('funds_converted')];
    const first = read('processing');
    await expect.poll(() => asked).toHaveLength(1);
    expect(await read('funds_converted')).toBe(true);
    expect(await storedStatus()).toBe('funds_converted');
    answers = [Promise.resolve('funds_converted')];
    slow.resolve('processing');
    expect(await first).toBe(true);
    expect(asked).toHaveLength(3);
    expect(await storedStatus()).toBe('funds_converted');
  });

  test('goes back to an earlier status where Wise says so later', async () => {
    answers = [Promise.resolve('funds_converted'), Promise.resolve('processing')];
    await read();
    await read();
    expect(await storedStatus()).toBe('processing');
  });

  test('is read where only somebody asks', async () => {
    expect(await read()).toBe(true);
    expect(asked).toEqual([transferId]);
  });
});
