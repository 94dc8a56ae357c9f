import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchFundings } from '../../../db/schema/batches.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { insertGroup, insertMaker } from '../test-support/test-groups.ts';
import { beginFunding, findStandingFunding, setFunding } from './funding-row.ts';
import { adoptInitiation, bringBack, cameLate, findSecondDebit } from './late-debit.ts';

let opened: TestStore;
let personId: string;

beforeAll(async () => {
  opened = await openTestStore();
  personId = await insertMaker(opened.store.db);
});
afterAll(() => opened.drop());

async function makeGroup(): Promise<string> {
  return (await insertGroup(opened.store.db, personId, { sourceCurrency: 'USD' })).id;
}
const begin = (groupId: string, change: Partial<typeof batchFundings.$inferInsert> = {}) =>
  opened.store.db.transaction((tx) =>
    beginFunding(tx, { groupId, way: 'DIRECT_DEBIT', state: 'unknown', personId, ...change }),
  );
const release = (funding: { id: string; groupId: string }) =>
  setFunding(opened.store.db, funding, { state: 'released' });
const parts = () => ({ store: opened.store, log: pino({ level: 'silent' }) });
const read = async (id: string) =>
  (await opened.store.db.select().from(batchFundings).where(eq(batchFundings.id, id)))[0];

describe('an initiation that Wise names', () => {
  test('belongs to the funding whose answer was lost, once', async () => {
    const groupId = await makeGroup();
    const lost = await begin(groupId);
    expect(await adoptInitiation(opened.store.db, groupId, '71')).toMatchObject({
      id: lost.id,
      initiationId: '71',
    });
    expect(await adoptInitiation(opened.store.db, groupId, '71')).toMatchObject({ id: lost.id });
    // A second one of the same group was made by somebody else.
    expect(await adoptInitiation(opened.store.db, groupId, '72')).toBeUndefined();
  });

  test('is not taken for a later funding when it is an earlier one’s', async () => {
    const groupId = await makeGroup();
    const failed = await begin(groupId, { initiationId: '81', initiationStatus: 'FAILED' });
    await setFunding(opened.store.db, failed, { state: 'refused' });
    const later = await begin(groupId);
    expect(await adoptInitiation(opened.store.db, groupId, '81')).toMatchObject({ id: failed.id });
    expect((await read(later.id))?.initiationId).toBeNull();
  });

  test('never belongs to a funding by another way', async () => {
    const groupId = await makeGroup();
    await begin(groupId, { way: 'BALANCE' });
    expect(await adoptInitiation(opened.store.db, groupId, '91')).toBeUndefined();
  });
});

describe('a direct debit that was released and is on its way after all', () => {
  const facts = { readAt: new Date(), initiationStatus: 'PROCESSING' };

  test('takes its place again, which closes the other ways', async () => {
    const groupId = await makeGroup();
    await release(await begin(groupId));
    const adopted = await adoptInitiation(opened.store.db, groupId, '101');
    if (!adopted) throw new Error('not adopted');
    await bringBack(parts(), adopted, facts);
    expect(await findStandingFunding(opened.store.db, groupId)).toMatchObject({
      id: adopted.id,
      state: 'sent',
      code: cameLate,
      initiationStatus: 'PROCESSING',
    });
    await expect(begin(groupId, { way: 'BALANCE' })).rejects.toMatchObject({ code: 'batch_funding_stands' });
    expect(await findSecondDebit(opened.store.db, groupId)).toBeUndefined();
  });

  test('beside another funding it is told as a second one, and moves nothing', async () => {
    const groupId = await makeGroup();
    await release(await begin(groupId));
    const other = await begin(groupId, { way: 'BALANCE', state: 'sent' });
    const adopted = await adoptInitiation(opened.store.db, groupId, '111');
    if (!adopted) throw new Error('not adopted');
    await bringBack(parts(), adopted, facts);
    expect(await findStandingFunding(opened.store.db, groupId)).toMatchObject({ id: other.id });
    expect(await findSecondDebit(opened.store.db, groupId)).toMatchObject({ id: adopted.id });
  });

  test('one that failed stays released', async () => {
    const groupId = await makeGroup();
    await release(await begin(groupId));
    const adopted = await adoptInitiation(opened.store.db, groupId, '121');
    if (!adopted) throw new Error('not adopted');
    await bringBack(parts(), adopted, { ...facts, initiationStatus: 'FAILED' });
    expect(await findStandingFunding(opened.store.db, groupId)).toBeUndefined();
    expect(await findSecondDebit(opened.store.db, groupId)).toBeUndefined();
  });
});
