import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operator } from '../../../auth/operator.ts';
import { consoleEvents } from '../../../db/schema/audit.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { listArchivedTransactions } from '../search/list.ts';
import { beginExport, recorded } from './record-export.ts';
import { type ExportDesk, openExportDesk } from './test-support/export-desk.ts';

let desk: ExportDesk;
let tom: Operator;
let ines: Operator;

beforeAll(async () => {
  desk = await openExportDesk();
  [tom, ines] = [await desk.as('tom'), await desk.as('ines')];
});
afterAll(() => desk.drop());

describe('what an export told', () => {
  it('is held against a late capture and a reversed part, and leaves alone what is as it was', async () => {
    const { ids, shop } = await desk.pay('CANCELLED', 'IN_PROGRESS', 'COMPLETED', 'INCORRECT_PIN');
    const [captured = '', reversed = '', untouched = ''] = ids;
    const exportId = await desk.take(tom, { query: shop });
    await desk.tell(
      { id: captured, state: 'COMPLETED', amount: '20.00', step: 'CAPTURE' },
      { id: reversed, state: 'IN_PROGRESS', amount: '12.50', step: 'PARTIAL_REVERSAL' },
      { id: untouched, state: 'COMPLETED', amount: '20', step: '', source: 'reading' },
    );
    await desk.follow();
    expect((await desk.recordOf(tom, exportId)).changedSince).toBe(2);
    const changed = await desk.changedIn(tom, exportId);
    expect(
      changed.map(({ changedSince, id, state, transactionAmount }) => ({
        id,
        now: [state, transactionAmount.amount],
        then: [changedSince?.told.state, changedSince?.told.transactionAmount.amount],
        exportId: changedSince?.exportId,
      })),
    ).toEqual([
      { id: captured, now: ['COMPLETED', '20.00'], then: ['CANCELLED', '20.00'], exportId },
      { id: reversed, now: ['IN_PROGRESS', '12.50'], then: ['IN_PROGRESS', '20.00'], exportId },
    ]);
    expect(await desk.idsIn(tom, exportId, { state: ['COMPLETED'] })).toEqual([captured]);
    expect(await desk.idsIn(tom, exportId, { mcc: ['5411'], sort: '-id' })).toEqual([reversed, captured]);
    const again = await desk.take(tom, { changedSinceExport: exportId });
    expect(await desk.recordOf(tom, again)).toMatchObject({ rows: 2, changedSince: 0 });
  });

  it('is as it was once what changed has changed back', async () => {
    const { ids, shop } = await desk.pay('COMPLETED');
    const [id = ''] = ids;
    const exportId = await desk.take(tom, { query: shop });
    await desk.tell({ id, state: 'COMPLETED', amount: '15.00' });
    await desk.follow();
    expect(await desk.idsIn(tom, exportId)).toEqual([id]);
    await desk.tell({ id, state: 'COMPLETED', amount: '20.00' });
    await desk.follow();
    expect(await desk.idsIn(tom, exportId)).toEqual([]);
    expect((await desk.recordOf(tom, exportId)).changedSince).toBe(0);
  });

  it('is compared though the change is stamped before the last look and seen after it', async () => {
    const { ids, shop } = await desk.pay('COMPLETED');
    const [id = ''] = ids;
    const exportId = await desk.take(tom, { query: shop });
    await desk.follow();
    await desk.tell({ id, state: 'COMPLETED', amount: '15.00' });
    await desk.parts.store.db
      .update(cardTransactions)
      .set({ changedAt: sql`now() - interval '90 seconds'` })
      .where(eq(cardTransactions.transactionId, id));
    await desk.follow();
    expect(await desk.idsIn(tom, exportId)).toEqual([id]);
  });

  it('is compared though the change was looked at before the record held the row', async () => {
    const { ids, shop } = await desk.pay('COMPLETED');
    const [id = ''] = ids;
    const { db } = desk.parts.store;
    const { items } = await listArchivedTransactions(desk.parts, tom, 'all', {
      query: shop,
      sort: 'id',
      limit: 50,
    });
    const exportId = await beginExport(db, tom, { filter: { isSearch: true } });
    async function* pages() {
      await desk.tell({ id, state: 'COMPLETED', amount: '15.00' });
      await desk.follow();
      yield items;
    }
    for await (const rows of recorded(db, exportId, pages()))
      expect(rows.map(({ transactionAmount }) => transactionAmount.amount)).toEqual(['20.00']);
    expect(await desk.idsIn(tom, exportId)).toEqual([]);
    await desk.follow();
    expect(await desk.idsIn(tom, exportId)).toEqual([id]);
  });

  it('tells open pages what it marks, but not of an export that told every reason', async () => {
    const { ids } = await desk.pay('COMPLETED', 'COMPLETED');
    const [ours = '', theirs = ''] = ids;
    await desk.take(tom, { query: ours });
    await desk.take(ines, { query: theirs });
    await desk.tell(
      { id: ours, state: 'COMPLETED', amount: '15.00' },
      { id: theirs, state: 'COMPLETED', amount: '15.00' },
    );
    const { db } = desk.parts.store;
    await db.delete(consoleEvents);
    await desk.follow();
    const events = await db.select({ event: consoleEvents.event }).from(consoleEvents);
    expect(events.map(({ event }) => event)).toEqual([
      expect.objectContaining({ type: 'card-transaction.changed', transactionId: ours }),
    ]);
    await desk.follow();
    expect(await db.$count(consoleEvents)).toBe(1);
  });
});

describe('a reason that only compliance may know', () => {
  it('changes nothing in what others exported: no mark, no count, no row', async () => {
    const { ids, shop } = await desk.pay('SUSPECTED_FRAUD_AML', 'UNEXPECTED_ERROR', 'INCORRECT_PIN');
    const [restricted = '', cover = '', open = ''] = ids;
    const [own, theirs] = [await desk.take(tom, { query: shop }), await desk.take(ines, { query: shop })];
    const changeTo = (reasons: string[]) =>
      desk.tell(
        ...reasons.map((reason, place) => ({
          id: ids[place] ?? '',
          state: 'DECLINED',
          amount: '20.00',
          reason,
        })),
      );
    await changeTo(['SUSPECTED_FRAUD_SANCTIONS', 'SUSPECTED_FRAUD', 'INCORRECT_PIN']);
    await desk.follow();
    expect(await desk.idsIn(tom, own)).toEqual([]);
    expect((await desk.recordOf(tom, own)).changedSince).toBe(0);
    expect(await desk.idsIn(ines, own)).toEqual([]);
    expect(await desk.idsIn(ines, theirs)).toEqual([restricted, cover]);
    await changeTo(['SUSPECTED_FRAUD_SANCTIONS', 'SUSPECTED_FRAUD', 'INCORRECT_CVV']);
    await desk.follow();
    expect(await desk.idsIn(tom, own)).toEqual([open]);
    expect((await desk.changedIn(tom, own))[0]?.changedSince?.told.declineReason).toBe('INCORRECT_PIN');
  });

  it('stands in a recorded filter for compliance alone', async () => {
    const asked = { declineReason: ['SUSPECTED_FRAUD_AML', 'INCORRECT_PIN'] };
    expect((await desk.recordOf(tom, await desk.take(tom, asked))).filter.declineReason).toEqual([
      'NOT_DISCLOSED',
      'INCORRECT_PIN',
    ]);
    expect((await desk.recordOf(ines, await desk.take(ines, asked))).filter.declineReason).toEqual(
      asked.declineReason,
    );
  });
});
