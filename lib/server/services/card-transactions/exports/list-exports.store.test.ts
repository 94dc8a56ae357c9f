import { randomUUID } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Operator } from '../../../auth/operator.ts';
import { transactionExportPages, transactionExports } from '../../../db/schema/transaction-exports.ts';
import { workOf } from '../../retention/classes/all-classes.ts';
import { readCutoff } from '../../retention/cutoffs.ts';
import { listExports } from './list-exports.ts';
import { type ExportDesk, openExportDesk } from './test-support/export-desk.ts';

let desk: ExportDesk;
let tom: Operator;
let ines: Operator;
let noor: Operator;

beforeAll(async () => {
  desk = await openExportDesk();
  [tom, ines] = [await desk.as('tom'), await desk.as('ines')];
  noor = await desk.as('noor');
});
afterAll(() => desk.drop());

describe('an export of transactions', () => {
  it('is recorded with who took it, when, by which filters, and how much it holds', async () => {
    const { shop } = await desk.pay('COMPLETED', 'COMPLETED', 'CANCELLED');
    const before = Date.now() - 1000;
    const exportId = await desk.take(tom, { query: shop, state: ['COMPLETED'] });
    const record = await desk.recordOf(tom, exportId);
    expect(record).toMatchObject({
      by: 'tom',
      isOwn: true,
      card: null,
      filter: { state: ['COMPLETED'], isSearch: true },
      rows: 2,
      state: 'whole',
      changedSince: 0,
    });
    expect(JSON.stringify(record)).not.toContain(shop);
    expect(Date.parse(record.exportedAt)).toBeGreaterThan(before);
  });

  it('that the console did not end is cut off an hour later', async () => {
    const exportId = await desk.take(tom, { query: 'nobody sells here' });
    const setBack = (interval: string) =>
      desk.parts.store.db
        .update(transactionExports)
        .set({ endedAt: null, isWhole: false, exportedAt: sql`now() - ${interval}::interval` })
        .where(eq(transactionExports.id, exportId));
    await setBack('50 minutes');
    expect((await desk.recordOf(tom, exportId)).state).toBe('being-written');
    await setBack('61 minutes');
    expect((await desk.recordOf(tom, exportId)).state).toBe('cut-off');
  });

  it('is told of no longer once it has passed its time, and goes with all it told', async () => {
    const { shop } = await desk.pay('COMPLETED');
    const [old, young] = [await desk.take(tom, { query: shop }), await desk.take(tom, { query: shop })];
    for (const [id, days] of [
      [old, 401],
      [young, 399],
    ] as const)
      await desk.parts.store.db
        .update(transactionExports)
        .set({ exportedAt: sql`now() - ${days} * interval '1 day'` })
        .where(eq(transactionExports.id, id));
    await expect(desk.recordOf(tom, old)).rejects.toMatchObject({ code: 'not_found' });
    expect((await desk.recordOf(tom, young)).rows).toBe(1);
    const { db } = desk.parts.store;
    const until = await readCutoff(db, 'transaction-exports');
    await db.transaction((tx) => workOf('transaction-exports').deleteSome(tx, { from: null, until }));
    const left = await db
      .select({ id: transactionExportPages.exportId })
      .from(transactionExportPages)
      .where(inArray(transactionExportPages.exportId, [old, young]));
    expect(left).toEqual([{ id: young }]);
  });
});

describe('who knows of an export', () => {
  it('is whoever took it; compliance of all; an auditor of those that tell no more than they may know', async () => {
    const { ids, shop } = await desk.pay('COMPLETED');
    const [id = ''] = ids;
    const [own, theirs] = [await desk.take(tom, { query: shop }), await desk.take(ines, { query: shop })];
    await desk.tell({ id, state: 'COMPLETED', amount: '15.00' });
    await desk.follow();
    const una = await desk.as('una');
    const knows = async (person: Operator, exportId: string) => {
      const found = await desk.idsIn(person, exportId);
      const listed = (
        await listExports(desk.parts, person, { query: exportId, sort: '-exported', limit: 10 })
      ).items;
      const read = await desk.recordOf(person, exportId).then(
        () => 'told',
        (error: { code: string }) => error.code,
      );
      return [found, listed.length, read];
    };
    const told = [[id], 1, 'told'];
    const nothing = [[], 0, 'not_found'];
    expect(await knows(tom, own)).toEqual(told);
    expect(await knows(ines, own)).toEqual(told);
    expect(await knows(ines, theirs)).toEqual(told);
    expect(await knows(noor, own)).toEqual(told);
    expect(await knows(noor, theirs)).toEqual(nothing);
    expect(await knows(tom, theirs)).toEqual(nothing);
    expect(await knows(una, own)).toEqual(nothing);
    expect(await knows(una, randomUUID())).toEqual(nothing);
  });

  it('finds exports by person, by what changed, by being one’s own, in pages of either order', async () => {
    const { ids, shop } = await desk.pay('COMPLETED', 'COMPLETED');
    const una = await desk.as('una');
    const taken = [await desk.take(una, { query: shop }), await desk.take(una, { query: ids[0] })];
    await desk.tell({ id: ids[1] ?? '', state: 'COMPLETED', amount: '15.00' });
    await desk.follow();
    const list = async (more: Partial<Parameters<typeof listExports>[2]>) =>
      listExports(desk.parts, noor, { query: 'UNA', sort: 'exported', limit: 10, ...more });
    const idsOf = async (more: Partial<Parameters<typeof listExports>[2]> = {}) =>
      (await list(more)).items.map(({ id }) => id);
    expect(await idsOf()).toEqual(taken);
    expect(await idsOf({ changed: 'yes' })).toEqual([taken[0]]);
    expect(await idsOf({ by: 'me' })).toEqual([]);
    const first = await list({ sort: '-exported', limit: 1 });
    expect([first.items[0]?.id, first.total]).toEqual([taken[1], 2]);
    expect(await idsOf({ sort: '-exported', cursor: first.nextCursor ?? '' })).toEqual([taken[0]]);
  });
});

// Last: whoever follows exports would hold all these rows against them.
it('an export that nobody reads to its end is recorded as cut off, with what may have left', async () => {
  const { shop } = await desk.pay(...Array.from({ length: 2100 }, () => 'COMPLETED'));
  const { exportId, response } = await desk.begin(tom, { query: shop });
  const reader = response.body?.getReader();
  await reader?.read();
  expect((await desk.recordOf(tom, exportId)).state).toBe('being-written');
  await reader?.cancel();
  await vi.waitFor(async () => expect((await desk.recordOf(tom, exportId)).state).toBe('cut-off'), 20_000);
  const { rows } = await desk.recordOf(tom, exportId);
  expect(rows).toBeGreaterThanOrEqual(500);
  expect(rows).toBeLessThan(2100);
});
