import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BatchGroupStatus } from '../../../catalogues/batch-statuses.ts';
import { batchGroupsQuery } from '../../../contracts/batch-groups.schema.ts';
import { approvals } from '../../db/schema/approvals.ts';
import { batchFundings, batchGroups, batchRows } from '../../db/schema/batches.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { groupStatus } from './group-status.ts';
import { listBatchGroups } from './list-groups.ts';
import { insertGroup, insertMaker } from './test-support/test-groups.ts';

let opened: TestStore;
let personId: string;
beforeAll(async () => {
  opened = await openTestStore();
  personId = await insertMaker(opened.store.db);
});
afterAll(() => opened.drop());

type Row = Partial<typeof batchRows.$inferInsert> & { state: string };

async function makeGroup(change: Partial<typeof batchGroups.$inferInsert>, rows: readonly Row[]) {
  const { db } = opened.store;
  const group = await insertGroup(db, personId, { wiseId: randomUUID(), wiseStatus: 'NEW', ...change });
  if (rows.length > 0)
    await db
      .insert(batchRows)
      .values(rows.map((row, at) => ({ groupId: group.id, rowNumber: at + 1, contentSealed: '', ...row })));
  return group;
}
async function statusOf({ id }: { id: string }): Promise<string | undefined> {
  const [row] = await opened.store.db
    .select({ status: groupStatus })
    .from(batchGroups)
    .where(eq(batchGroups.id, id));
  return row?.status;
}

let transfers = 1;
const transfer = (transferStatus: string): Row => ({
  state: 'in-group',
  transferId: String(transfers++),
  transferStatus,
});
const waiting = () => transfer('incoming_payment_waiting');

describe('a group whose rows were sent', () => {
  test.each<[string, string, Row[]]>([
    ['ready to close with a transfer and nothing left', 'READY_TO_CLOSE', [waiting(), { state: 'left-out' }]],
    ['to be mended while a row is held back', 'ROWS_TO_MEND', [waiting(), { state: 'held-back' }]],
    ['to be mended while a row was refused', 'ROWS_TO_MEND', [{ state: 'refused' }, { state: 'waiting' }]],
    ['to be sent while a row waits', 'ROWS_TO_SEND', [waiting(), { state: 'waiting' }]],
    ['to be sent while Wise is asked about one', 'ROWS_TO_SEND', [waiting(), { state: 'asking-wise' }]],
    ['nothing to close without a transfer', 'NOTHING_IN_IT', [{ state: 'left-out' }]],
  ])('is %s', async (_, status, rows) => {
    expect(await statusOf(await makeGroup({ stage: 'settled' }, rows))).toBe(status);
  });

  test('elsewhere has what Wise says is in it', async () => {
    const made = { stage: 'settled', origin: 'wise' };
    expect(await statusOf(await makeGroup({ ...made, wiseTransfers: 2 }, []))).toBe('READY_TO_CLOSE');
    expect(await statusOf(await makeGroup({ ...made, wiseTransfers: 0 }, []))).toBe('NOTHING_IN_IT');
  });

  test('is found by the status it shows, and counted so', async () => {
    const profileId = '77';
    const names = new Map([
      [(await makeGroup({ profileId, stage: 'settled' }, [waiting()])).id, 'READY_TO_CLOSE'],
      [(await makeGroup({ profileId, stage: 'settled' }, [{ state: 'refused' }])).id, 'ROWS_TO_MEND'],
      [(await makeGroup({ profileId, stage: 'settled' }, [{ state: 'waiting' }])).id, 'ROWS_TO_SEND'],
      [(await makeGroup({ profileId, stage: 'settled' }, [])).id, 'NOTHING_IN_IT'],
    ]);
    for (const [id, status] of names) {
      const query = batchGroupsQuery.parse({ profileId, status });
      const { items, total } = await listBatchGroups(opened, { personId }, query);
      expect([items.map((one) => [one.id, one.status]), total]).toEqual([[[id, status]], 1]);
    }
  });
});

describe.each(['console', 'wise'])('a closed group made by the %s', (origin) => {
  const closed = (rows: readonly Row[], change = {}) =>
    makeGroup(
      { stage: 'settled', origin, wiseStatus: 'COMPLETED', wiseTransfers: rows.length, ...change },
      rows,
    );

  test.each<[string, () => Row[]]>([
    ['CLOSED', () => [waiting(), waiting()]],
    ['CLOSED', () => [waiting(), transfer('cancelled')]],
    ['CONFIRMING', () => [waiting(), transfer('incoming_payment_initiated')]],
    ['CONFIRMING', () => [waiting(), transfer('processing')]],
    ['FUNDED', () => [transfer('processing'), transfer('outgoing_payment_sent')]],
  ])('is %s by its transfers where nobody began to fund it here', async (status, rows) => {
    expect(await statusOf(await closed(rows()))).toBe(status);
  });

  test('is what its own funding says where one stands', async () => {
    const group = await closed([transfer('processing')]);
    await opened.store.db.insert(batchFundings).values({
      id: randomUUID(),
      groupId: group.id,
      personId,
      way: 'BALANCE',
      state: 'unknown',
    });
    expect(await statusOf(group)).toBe('FUNDING_UNKNOWN');
  });

  test('is being confirmed as long as transfers have yet to be read', async () => {
    expect(await statusOf(await closed([transfer('processing')], { wiseTransfers: 2 }))).toBe('CONFIRMING');
  });
});

test('what is closed and waits for a second person is listed as waiting, as long as the request stands', async () => {
  const { db } = opened.store;
  const group = await makeGroup(
    { stage: 'settled', origin: 'wise', wiseStatus: 'COMPLETED', wiseTransfers: 1 },
    [waiting()],
  );
  const read = async (...status: BatchGroupStatus[]) => {
    const query = batchGroupsQuery.parse({ status, query: group.id });
    return (await listBatchGroups(opened, { personId }, query)).items.map((one) => one.status);
  };
  expect(await read('CLOSED')).toEqual(['CLOSED']);
  const request = { kind: 'batch-group.funding', resourceType: 'batch-group', resourceId: group.id };
  const [asked] = await db
    .insert(approvals)
    .values({ ...request, requestedBy: personId })
    .returning({ id: approvals.id });
  expect(await read('CLOSED')).toEqual([]);
  expect(await read('WAITING_FOR_APPROVAL')).toEqual(['WAITING_FOR_APPROVAL']);
  expect(await statusOf(group)).toBe('CLOSED');
  await db
    .update(approvals)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(approvals.id, asked?.id ?? ''));
  expect(await read('CLOSED')).toEqual(['CLOSED']);
});

test('rows that were left out are not waited for', async () => {
  const rows = [transfer('processing'), { state: 'left-out' }];
  const group = await makeGroup({ stage: 'settled', wiseStatus: 'COMPLETED', wiseTransfers: 1 }, rows);
  expect(await statusOf(group)).toBe('FUNDED');
});
