import type { BatchGroupStatus } from '../../lib/catalogues/batch-statuses.ts';
import { listActivities } from '../../lib/contracts/activities.ts';
import { cancelBatchGroup, fundBatchGroup, getBatchFunding } from '../../lib/contracts/batch-funding.ts';
import {
  type BatchGroupDetail,
  createBatchGroup,
  listBatchGroups,
} from '../../lib/contracts/batch-groups.ts';
import { changeBatchRows } from '../../lib/contracts/batch-rows.ts';
import { expect, test } from '../fixtures.ts';
import { freshName, makeClosed, pathOf, payer, readGroup, readRows } from '../support/batches.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { otherProgram } from '../support/wise-batches.ts';

/** Made and closed by another program, then taken into the register. */
async function takeIn(
  client: ConsoleClient,
  emulator: EmulatorControl,
  amounts: readonly number[],
): Promise<BatchGroupDetail> {
  const program = await otherProgram(emulator, payer);
  const wiseId = await program.makeGroup(freshName('Elsewhere'));
  for (const [index, amount] of amounts.entries()) await program.addTransfer(wiseId, amount, `EXT ${index}`);
  await program.close(wiseId);
  const taken = await client.call(createBatchGroup, { body: { profileId: payer, wiseId } });
  expect(taken.body).toMatchObject({ origin: 'wise', status: 'CLOSED', rows: { inGroup: amounts.length } });
  return taken.body;
}

const untilRead = (client: ConsoleClient, group: BatchGroupDetail, count: number) =>
  expect
    .poll(async () => (await readRows(client, group)).length, { intervals: [200], timeout: 30_000 })
    .toBe(count);
const readFunding = async (client: ConsoleClient, group: BatchGroupDetail) =>
  (await client.call(getBatchFunding, { params: pathOf(group) })).body;

test('transfers made elsewhere become rows that nobody can change, and are funded once all of them were read', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  await emulator.changeSettings({ transferStepMs: 100 });
  const since = await emulator.now();
  const group = await takeIn(client, emulator, [11, 12.5, 13.25]);
  await untilRead(client, group, 3);
  const rows = await readRows(client, group);
  expect(rows.map(({ cells, state, targetAmount }) => [cells.paymentReference, state, targetAmount])).toEqual(
    [
      ['EXT 0', 'in-group', '11'],
      ['EXT 1', 'in-group', '12.5'],
      ['EXT 2', 'in-group', '13.25'],
    ],
  );
  expect(rows.every(({ cells }) => cells.name && cells.recipientId)).toBe(true);
  // Each was asked for once.
  const paths = rows.map(({ transferId }) => `/v1/transfers/${transferId}`);
  const asked = (await emulator.requests(since)).filter(({ path }) => paths.includes(path));
  expect(asked.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());

  const { version, transfersEndAt, total: sum } = await readGroup(client, group);
  expect(transfersEndAt).not.toBeNull();
  const change = await client.call(changeBatchRows, {
    params: pathOf(group),
    body: { version, rows: [{ rowNumber: 1, leaveOut: true }] },
  });
  expect(change.problem.code).toBe('batch_past_this');

  const { before, total } = await readFunding(client, group);
  expect(total).toBe(sum?.amount);
  expect(before?.approval.state).toBe('not-needed');
  const funded = await client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
  expect(funded.status).toBe(200);
  await expect
    .poll(async () => (await readFunding(client, group)).payout.map(({ status }) => status), {
      intervals: [200],
      timeout: 30_000,
    })
    .toEqual(['outgoing_payment_sent']);
  await expect.poll(async () => (await readGroup(client, group)).status, { timeout: 30_000 }).toBe('FUNDED');

  const { items } = (
    await client.call(listActivities, {
      params: { profileId: payer },
      query: { monetaryResourceType: 'BATCH_TRANSFER' },
    })
  ).body;
  expect(items.filter(({ batchGroupId }) => batchGroupId === group.id)).toHaveLength(1);
});

test('one that was paid for elsewhere is funded, and cannot be paid or cancelled here', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  await emulator.changeSettings({ transferStepMs: 100 });
  const program = await otherProgram(emulator, payer);
  const wiseId = await program.makeGroup(freshName('Paid elsewhere'));
  await program.addTransfer(wiseId, 21, 'EXT');
  await program.close(wiseId);
  await program.fund(wiseId);
  const group = (await client.call(createBatchGroup, { body: { profileId: payer, wiseId } })).body;
  await untilRead(client, group, 1);
  expect(await readGroup(client, group)).toMatchObject({ status: 'FUNDED', transfersEndAt: null });
  const { funding, total } = await readFunding(client, group);
  expect(funding).toBeNull();
  const again = await client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
  expect(again.problem.code).toBe('batch_funding_stands');
});

test('one that is being debited elsewhere is being confirmed until the money of every transfer is at Wise', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await takeIn(client, emulator, [14, 15]);
  await untilRead(client, group, 2);
  const [first, second] = (await readRows(client, group)).map(({ transferId }) => transferId ?? '');
  const untilStatus = (status: string) =>
    expect.poll(async () => (await readGroup(client, group)).status, { timeout: 90_000 }).toBe(status);
  await emulator.setTransferStatus(first ?? '', 'incoming_payment_initiated');
  await untilStatus('CONFIRMING');
  const { total } = await readFunding(client, group);
  const again = await client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
  expect(again.problem.code).toBe('batch_funding_stands');
  await emulator.setTransferStatus(first ?? '', 'processing');
  await untilStatus('CONFIRMING');
  await emulator.setTransferStatus(second ?? '', 'processing');
  await untilStatus('FUNDED');
});

test('one made here and debited elsewhere reads so in the list as on its page, and is neither paid nor cancelled here', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeClosed(client, ['16.00', '17.00']);
  const params = pathOf(group);
  const [first, second] = (await readRows(client, group)).map(({ transferId }) => transferId ?? '');
  const readsAs = async (status: BatchGroupStatus) => {
    await expect
      .poll(async () => (await readGroup(client, group)).status, { intervals: [200], timeout: 90_000 })
      .toBe(status);
    const query = { query: group.id, status: [status] };
    const { items, total } = (await client.call(listBatchGroups, { query })).body;
    expect([items.map((one) => [one.id, one.status]), total]).toEqual([[[group.id, status]], 1]);
  };
  await readsAs('CLOSED');
  await emulator.setTransferStatus(first ?? '', 'incoming_payment_initiated');
  await readsAs('CONFIRMING');
  const { total } = await readFunding(client, group);
  const since = await emulator.now();
  const fund = await client.call(fundBatchGroup, { params, body: { total: total ?? '' } });
  expect(fund.problem.code).toBe('batch_funding_stands');
  const cancel = await client.call(cancelBatchGroup, { params, body: { name: group.name, reason: 'twice' } });
  expect(cancel.problem.code).toBe('batch_funding_stands');
  const asked = (await emulator.requests(since)).filter(({ method }) => method !== 'GET');
  expect(asked).toEqual([]);
  await emulator.setTransferStatus(first ?? '', 'processing');
  await emulator.setTransferStatus(second ?? '', 'processing');
  await readsAs('FUNDED');
});
