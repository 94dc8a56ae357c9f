import { listAudit } from '../../lib/contracts/audit.ts';
import { getBatchFunding } from '../../lib/contracts/batch-funding.ts';
import { type BatchGroupDetail, discardBatchGroup } from '../../lib/contracts/batch-groups.ts';
import { getDeliveryEstimate, getReceipt, sendReturnedAgain } from '../../lib/contracts/batch-payouts.ts';
import type { BatchRow } from '../../lib/contracts/batch-rows.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { freshName, makeFunded, pathOf, readGroup, readRows, sendAll } from '../support/batches.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';

/** The emulator reads in a reference what shall become of a transfer. */
const references = ['PLAIN', 'BOUNCE 1', 'BOUNCE 2', 'FAILPAYOUT', 'PLAIN 5', 'PLAIN 6'];
const amounts = ['41.00', '42.50', '43.25', '44.00', '45.00', '46.00'];
const [plain, bounced, bouncedToo, failed, onItsWayBack, chargedBack] = [1, 2, 3, 4, 5, 6];

const rowOf = (rows: readonly BatchRow[], rowNumber: number | undefined): BatchRow => {
  const row = rows.find((one) => one.rowNumber === rowNumber);
  if (!row) throw new Error(`There is no row ${rowNumber}`);
  return row;
};

/** One payment each that was sent, came back, came back, failed, is on its way back, and was charged back. */
async function makePaidOut(client: ConsoleClient, emulator: EmulatorControl): Promise<BatchGroupDetail> {
  await emulator.changeSettings({ transferStepMs: 100 });
  const group = await makeFunded(client, amounts, references);
  const statuses = async () =>
    (await readRows(client, group)).map(({ transferStatus, payoutFailure }) =>
      payoutFailure ? 'failed' : transferStatus,
    );
  await expect
    .poll(statuses, { intervals: [200], timeout: 60_000 })
    .toEqual([
      'outgoing_payment_sent',
      'funds_refunded',
      'funds_refunded',
      'failed',
      'outgoing_payment_sent',
      'outgoing_payment_sent',
    ]);
  await emulator.changeSettings({ transferStepMs: 3_600_000 });
  const rows = await readRows(client, group);
  await emulator.setTransferStatus(rowOf(rows, onItsWayBack).transferId ?? '', 'bounced_back');
  await emulator.setTransferStatus(rowOf(rows, chargedBack).transferId ?? '', 'charged_back');
  await expect
    .poll(async () => (await statuses()).slice(4), { intervals: [200], timeout: 30_000 })
    .toEqual(['bounced_back', 'charged_back']);
  await expect.poll(async () => (await readGroup(client, group)).status, { timeout: 30_000 }).toBe('FUNDED');
  return readGroup(client, group);
}

test.describe('what became of payments', () => {
  test.describe.configure({ mode: 'serial' });
  let group: BatchGroupDetail;
  let rows: BatchRow[];
  const pathOfRow = (rowNumber: number | undefined) => ({ ...pathOf(group), rowNumber: String(rowNumber) });

  test('a row says why its payment was not delivered, that it bounced, and when the money came back', async ({
    as,
    emulator,
  }) => {
    const client = await as('operator');
    group = await makePaidOut(client, emulator);
    rows = await readRows(client, group);
    // Webhooks come in any order: a late one corrects what an earlier reading had dated.
    const isInOrder = async () => {
      const { bouncedAt, transferStatusAt } = rowOf(await readRows(client, group), bounced);
      return Date.parse(bouncedAt ?? '') < Date.parse(transferStatusAt ?? '');
    };
    await expect.poll(isInOrder, { intervals: [200], timeout: 15_000 }).toBe(true);
    expect(rowOf(rows, failed)).toMatchObject({
      transferStatus: 'outgoing_payment_sent',
      payoutFailure: { code: expect.stringMatching(/^[A-Z_]+$/), at: expect.any(String) },
    });
    expect(rowOf(rows, plain)).toMatchObject({ payoutFailure: null, bouncedAt: null, sentAgainIn: null });
    const { payout } = (await client.call(getBatchFunding, { params: pathOf(group) })).body;
    expect(Object.fromEntries(payout.map(({ status, transfers }) => [status, transfers]))).toEqual({
      outgoing_payment_sent: 1,
      funds_refunded: 2,
      not_delivered: 1,
      bounced_back: 1,
      charged_back: 1,
    });
  });

  test('the receipt is Wise’s PDF, never cached, and whoever read it stands in the trail', async ({ as }) => {
    const client = await as('compliance');
    const receipt = await client.call(getReceipt, { params: pathOfRow(plain), query: {} });
    const { transferId } = rowOf(rows, plain);
    expect(receipt.status).toBe(200);
    expect(Object.fromEntries(receipt.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="receipt-${transferId}.pdf"`,
      'cache-control': 'no-store',
    });
    expect(receipt.text).toContain(`Transfer: #${transferId}`);
    const [entry] = (
      await (await as('auditor')).call(listAudit, { query: { action: 'batch-groups.read-receipt' } })
    ).body.items;
    expect(entry).toMatchObject({ targetId: group.id });

    const early = await client.call(getReceipt, { params: pathOfRow(bounced), query: {} });
    expect(early.problem.code).toBe('batch_no_receipt');
    const missing = await client.call(getReceipt, { params: pathOfRow(77), query: {} });
    expect(missing.status).toBe(404);
    const elsewhere = { ...pathOfRow(plain), profileId: '30000002' };
    expect((await client.call(getReceipt, { params: elsewhere, query: {} })).status).toBe(404);
    const branch = await (await as('branch_manager')).call(getReceipt, {
      params: pathOfRow(plain),
      query: {},
    });
    expect(branch.status).toBe(403);
  });

  test('when a payment arrives is read from Wise', async ({ as }) => {
    const client = await as('auditor');
    const { estimatedAt } = (await client.call(getDeliveryEstimate, { params: pathOfRow(plain) })).body;
    expect(Date.parse(estimatedAt ?? '')).toBeGreaterThan(Date.now());
  });

  test('rows whose money is back are sent again in one new group, however many people ask at once', async ({
    as,
  }) => {
    const people = await Promise.all([as('operator'), as('operator2@example.com')]);
    const [client] = people;
    const answers = await Promise.all(
      people.map((person, index) =>
        person.call(sendReturnedAgain, {
          params: pathOf(group),
          body: { name: freshName(`Returned ${index}`) },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.problem).toMatchObject({ code: 'batch_nothing_returned' });
    const made = answers.find(({ status }) => status === 200)?.body;
    if (!made) throw new Error('no group was made');
    expect(made).toMatchObject({
      taken: 2,
      leftOut: [
        { rowNumber: failed, why: 'not-delivered' },
        { rowNumber: onItsWayBack, why: 'coming-back' },
        { rowNumber: chargedBack, why: 'charged-back' },
      ],
      group: { status: 'OPEN', continues: { id: group.id, name: group.name }, wiseId: null },
    });

    const again = await readRows(client, made.group);
    expect(again.map(({ cells, sendsAgain, state }) => ({ cells, sendsAgain, state }))).toEqual(
      [bounced, bouncedToo].map((rowNumber) => ({
        cells: rowOf(rows, rowNumber).cells,
        sendsAgain: { batchGroupId: group.id, rowNumber },
        state: 'waiting',
      })),
    );
    // What came back was not paid: it is no payment that was made before.
    expect(again.flatMap(({ flags }) => flags)).toEqual([]);
    expect((await readGroup(client, group)).continuedIn).toEqual([
      { id: made.group.id, name: made.group.name, rows: 2 },
    ]);
    const taken = (await readRows(client, group)).filter(({ sentAgainIn }) => sentAgainIn !== null);
    expect(taken.map(({ rowNumber }) => rowNumber)).toEqual([bounced, bouncedToo]);
  });

  test('a new group that is thrown away lets go of its rows; one that is sent keeps them', async ({ as }) => {
    const client = await as('operator');
    const [first] = (await readGroup(client, group)).continuedIn;
    if (!first) throw new Error('no group sends rows again');
    const params = { profileId: group.profileId, batchGroupId: first.id };
    const { version } = await readGroup(client, { ...group, id: first.id });
    expect((await client.call(discardBatchGroup, { params, body: { version } })).status).toBe(200);
    expect((await readGroup(client, group)).continuedIn).toEqual([]);

    const sendAgain = () =>
      client.call(sendReturnedAgain, { params: pathOf(group), body: { name: freshName('Returned') } });
    const made = await sendAgain();
    expect(made.body.taken).toBe(2);
    const sent = await sendAll(client, made.body.group);
    expect(sent.rows.inGroup).toBe(2);
    const before = new Set((await readRows(client, group)).map(({ transferId }) => transferId));
    const after = (await readRows(client, sent)).map(({ transferId }) => transferId);
    expect(after.filter((transferId) => before.has(transferId))).toEqual([]);
    expect((await sendAgain()).problem.code).toBe('batch_nothing_returned');
  });

  test('only a funded group’s rows are sent again, and only by those who write groups', async ({ as }) => {
    const body = { name: freshName('Returned') };
    const auditor = await as('auditor');
    expect((await auditor.call(sendReturnedAgain, { params: pathOf(group), body })).status).toBe(403);
    const client = await as('operator');
    const [open] = (await readGroup(client, group)).continuedIn;
    const params = { profileId: group.profileId, batchGroupId: open?.id ?? '' };
    expect((await client.call(sendReturnedAgain, { params, body })).problem.code).toBe('batch_past_this');
  });
});
