import { z } from 'zod';
import {
  cancelBatchGroup,
  fundBatchGroup,
  getBatchFunding,
  listBalances,
  showPayIn,
  topUpBalance,
} from '../../lib/contracts/batch-funding.ts';
import {
  completeBatchGroup,
  createBatchGroup,
  pauseBatchGroup,
  runBatchGroup,
  type BatchGroupDetail,
} from '../../lib/contracts/batch-groups.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import {
  addRows,
  britishFile,
  freshName,
  makeClosed,
  makeFunded,
  makeGroup,
  makeSent,
  pathOf,
  payer,
  readGroup,
  readRows,
  requireAdded,
  sendAll,
} from '../support/batches.ts';

const transferState = z.object({
  id: z.number(),
  customerTransactionId: z.string(),
  batchGroupId: z.string().nullable(),
  status: z.string(),
  source: z.object({ amount: z.number() }),
});

const readFunding = async (client: ConsoleClient, group: BatchGroupDetail) =>
  (await client.call(getBatchFunding, { params: pathOf(group) })).body;

test('rows become transfers of one group: each once, with the key that was stored first; the group is closed as it was seen', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const amounts = ['10.00', '20.50', '30.25'];
  const group = await makeSent(client, amounts);
  expect(group.rows).toMatchObject({ inGroup: 3, waiting: 0, refused: 0 });
  const rows = await readRows(client, group);
  const transfers = (await emulator.state('transfers', transferState)).filter(
    ({ batchGroupId }) => batchGroupId === group.wiseId,
  );
  expect(transfers.map(({ id }) => String(id)).sort()).toEqual(
    rows.map(({ transferId }) => transferId).sort(),
  );
  expect(rows.map(({ targetAmount }) => targetAmount)).toEqual(['10', '20.5', '30.25']);
  const sum = transfers.reduce((total, { source }) => total + Math.round(source.amount * 100), 0);
  expect(Number(group.totals.inGroup) * 100).toBeCloseTo(sum, 6);

  const wrong = await client.call(completeBatchGroup, { params: pathOf(group), body: { wiseVersion: '7' } });
  expect(wrong.problem.code).toBe('batch_changed_at_wise');
  const closed = await client.call(completeBatchGroup, {
    params: pathOf(group),
    body: { wiseVersion: group.wiseVersion ?? '' },
  });
  expect(closed.body).toMatchObject({ status: 'CLOSED' });
  expect((await addRows(client, group, britishFile(['1.00']))).problem.code).toBe('batch_past_this');
});

test('a group is paused and gone on with; only what Wise refused is tried again', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  requireAdded((await addRows(client, group, britishFile(['11.00', '12.00']))).body);
  await emulator.addFault({
    match: { method: 'POST', path: '/transfers' },
    times: 1,
    status: 422,
    body: { errors: [{ code: 'INVALID_RECIPIENT', message: 'no', arguments: [] }] },
  });
  const sent = await sendAll(client, group);
  expect(sent).toMatchObject({ status: 'ROWS_TO_MEND', rows: { inGroup: 1, refused: 1 } });
  const refused = (await readRows(client, sent)).find(({ state }) => state === 'refused');
  expect(refused).toMatchObject({ code: 'batch_transfer_refused', step: 'transfer' });
  const early = await client.call(completeBatchGroup, {
    params: pathOf(group),
    body: { wiseVersion: sent.wiseVersion ?? '' },
  });
  expect(early.problem.code).toBe('batch_rows_not_done');
  const since = await emulator.now();
  const again = await sendAll(client, sent);
  expect(again).toMatchObject({ status: 'READY_TO_CLOSE', rows: { inGroup: 2, refused: 0 } });
  const posted = (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/transfers'),
  );
  expect(posted).toHaveLength(1);
  const paused = await client.call(pauseBatchGroup, { params: pathOf(group), body: {} });
  expect(paused.problem.code).toBe('batch_past_this');
});

test('too many requests are waited out, and no row is refused for them', async ({ as, emulator }) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  requireAdded((await addRows(client, group, britishFile(['3.11', '3.12', '3.13']))).body);
  const since = await emulator.now();
  const limited = { status: 429, headers: { 'retry-after': '1' }, body: {} };
  for (const path of ['/v1/accounts', '/quotes', '/transfers'])
    await emulator.addFault({ match: { method: 'POST', path }, times: 2, ...limited });
  const sent = await sendAll(client, group);
  expect(sent).toMatchObject({ status: 'READY_TO_CLOSE', rows: { inGroup: 3, refused: 0, heldBack: 0 } });
  const turnedAway = (await emulator.requests(since)).filter(
    ({ method, status }) => method === 'POST' && status === 429,
  );
  expect(turnedAway.length).toBeGreaterThanOrEqual(4);
});

test('a quote that ends before its transfer is made is renewed, and the transfer is one, with the row’s own key', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  await emulator.changeSettings({ quoteLifeMs: 4000 });
  const group = await makeGroup(client);
  requireAdded((await addRows(client, group, britishFile(['3.21']))).body);
  const since = await emulator.now();
  // More often than the same words are sent again at once.
  await emulator.addFault({
    match: { method: 'POST', path: '/transfers' },
    times: 6,
    dropBeforeApply: true,
  });
  const sent = await sendAll(client, group);
  expect(sent.rows).toMatchObject({ inGroup: 1, refused: 0, askingWise: 0 });
  const posted = async (ending: RegExp) =>
    (await emulator.requests(since)).filter(({ method, path }) => method === 'POST' && ending.test(path));
  expect((await posted(/\/profiles\/\d+\/quotes$/)).length).toBeGreaterThan(1);
  const transfers = (await emulator.state('transfers', transferState)).filter(
    ({ batchGroupId }) => batchGroupId === sent.wiseId,
  );
  expect(transfers).toHaveLength(1);
});

test('answers that are cut after being applied make no second transfer and no second recipient', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  requireAdded((await addRows(client, group, britishFile(['3.01', '3.02', '3.03', '3.04']))).body);
  await emulator.addFault({ match: { method: 'POST', path: '/transfers' }, times: 3, dropAfterApply: true });
  await emulator.addFault({
    match: { method: 'POST', path: '/v1/accounts' },
    times: 2,
    dropAfterApply: true,
  });
  await emulator.addFault({ match: { method: 'POST', path: '/quotes' }, times: 2, status: 500 });
  const sent = await sendAll(client, group);
  expect(sent.rows).toMatchObject({ inGroup: 4, refused: 0, askingWise: 0 });
  const transfers = (await emulator.state('transfers', transferState)).filter(
    ({ batchGroupId }) => batchGroupId === sent.wiseId,
  );
  expect(transfers).toHaveLength(4);
  const recipients = await emulator.state(
    'recipients',
    z.object({ profileId: z.number().nullable(), details: z.record(z.string(), z.string()) }),
  );
  const numbers = (await readRows(client, sent)).map(({ cells }) => cells['details.accountNumber']);
  for (const number of numbers)
    expect(
      recipients.filter(
        ({ details, profileId }) => details.accountNumber === number && String(profileId) === payer,
      ),
    ).toHaveLength(1);
});

test('funding is done once, from any number of tabs; it is funded when the transfers moved and the debit was seen', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeClosed(client, ['40.00', '2.00']);
  const { total } = await readFunding(client, group);
  expect(total).toBe(group.totals.inGroup);
  const since = await emulator.now();
  const wrong = await client.call(fundBatchGroup, { params: pathOf(group), body: { total: '1.00' } });
  expect(wrong.problem.code).toBe('batch_total_changed');
  const tries = await Promise.all(
    Array.from({ length: 6 }, () =>
      client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } }),
    ),
  );
  expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  const funded = (await emulator.requests(since)).filter(({ path }) => path.includes('batch-payments'));
  expect(funded).toHaveLength(1);
  await expect.poll(async () => (await readGroup(client, group)).status, { timeout: 30_000 }).toBe('FUNDED');
  expect(await readFunding(client, group)).toMatchObject({
    funding: { way: 'BALANCE', state: 'done', personName: 'Leah Brandt', amount: total },
  });
  const late = await client.call(cancelBatchGroup, {
    params: pathOf(group),
    body: { name: group.name, reason: 'too late' },
  });
  expect(late.problem.code).toBe('batch_funding_stands');
});

test('a funding whose answer was lost is unknown until Wise was read, and nothing else may be begun', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeClosed(client, ['41.00']);
  const { total } = await readFunding(client, group);
  await emulator.addFault({
    match: { method: 'POST', path: 'batch-payments' },
    times: 1,
    dropAfterApply: true,
  });
  const lost = await client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
  expect(lost.problem.code).toBe('outcome_unknown');
  const again = await client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
  expect(again.problem.code).toBe('batch_funding_stands');
  await expect.poll(async () => (await readGroup(client, group)).status, { timeout: 30_000 }).toBe('FUNDED');
});

test('a balance that Wise finds short, inside a 200, is told so and the group can be funded again', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeClosed(client, ['42.00']);
  const total = (await readFunding(client, group)).total ?? '';
  await emulator.addFault({
    match: { method: 'POST', path: 'batch-payments' },
    times: 1,
    status: 200,
    body: {
      type: 'BALANCE',
      status: 'REJECTED',
      errorCode: 'transfer.insufficient_funds',
      errorMessage: null,
    },
  });
  const refused = await client.call(fundBatchGroup, { params: pathOf(group), body: { total } });
  expect(refused.problem.code).toBe('batch_balance_short');
  expect((await readFunding(client, group)).funding).toMatchObject({ state: 'refused' });
  const again = await client.call(fundBatchGroup, { params: pathOf(group), body: { total } });
  expect(again.status).toBe(200);
  await expect.poll(async () => (await readGroup(client, group)).status, { timeout: 30_000 }).toBe('FUNDED');
});

test('a balance that is short by a cent is refused, and nothing reaches Wise', async ({ as, emulator }) => {
  const client = await as('operator');
  const { items } = (await client.call(listBalances, { params: { profileId: payer } })).body;
  const cad = items.find(
    ({ currency, isOperable, type }) => currency === 'CAD' && isOperable && type === 'STANDARD',
  );
  if (!cad) throw new Error('no CAD balance');
  const group = await makeGroup(client, { sourceCurrency: 'CAD' });
  const header =
    'name,institutionNumber,transitNumber,accountNumber,accountType,targetCurrency,amountCurrency,amount,paymentReference,receiverType';
  await emulator.setBalance(cad.id, 100);
  const amount = '100.01';
  requireAdded(
    (
      await addRows(
        client,
        group,
        `${header}\nMaple Freight Ltd,006,04841,7654329,CHECKING,CAD,source,${amount},short,INSTITUTION`,
      )
    ).body,
  );
  expect((await readRows(client, group)).map(({ faults }) => faults)).toEqual([[]]);
  const sent = await sendAll(client, group);
  expect(sent.rows).toMatchObject({ inGroup: 1 });
  const closed = await client.call(completeBatchGroup, {
    params: pathOf(sent),
    body: { wiseVersion: sent.wiseVersion ?? '' },
  });
  const { total } = await readFunding(client, closed.body);
  const since = await emulator.now();
  const fund = () => client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
  expect((await fund()).problem.code).toBe('batch_balance_short');
  expect((await emulator.requests(since)).filter(({ method }) => method === 'POST')).toEqual([]);
  const topped = await client.call(topUpBalance, {
    params: { profileId: payer, balanceId: cad.id },
    body: { amount: '0.01' },
  });
  expect(topped.body.items.find(({ id }) => id === cad.id)?.available).toBe(amount);
  expect((await fund()).status).toBe(200);
});

test('a group that nobody funded is cancelled by its name, and followed until it is', async ({ as }) => {
  const client = await as('operator');
  const group = await makeClosed(client, ['5.00', '6.00']);
  const cancel = (name: string) =>
    client.call(cancelBatchGroup, { params: pathOf(group), body: { name, reason: 'ordered twice' } });
  expect((await cancel('something else')).problem.code).toBe('batch_name_not_typed');
  expect((await cancel(group.name)).body.status).toMatch(/CANCELLING|CANCELLED/);
  await expect
    .poll(async () => (await readGroup(client, group)).status, { timeout: 30_000 })
    .toBe('CANCELLED');
  expect((await readRows(client, group)).map(({ transferStatus }) => transferStatus)).toEqual([
    'cancelled',
    'cancelled',
  ]);
});

test('once the pay-in details were shown the balance is closed as a way', async ({ as }) => {
  const client = await as('operator');
  const group = await makeClosed(client, ['8.00']);
  const { total } = await readFunding(client, group);
  const shown = await client.call(showPayIn, { params: pathOf(group), body: {} });
  expect(shown.body.ways[0]).toMatchObject({ currency: 'GBP', reference: expect.stringMatching(/^B/) });
  expect(shown.body.ways[0]?.lines.length).toBeGreaterThan(2);
  const fund = await client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
  expect(fund.problem.code).toBe('batch_funding_stands');
});

test('a group made elsewhere is taken into the register by its id, once', async ({ as, emulator }) => {
  const client = await as('operator');
  const [there] = (
    await emulator.state(
      'batch-groups',
      z.object({ id: z.string(), profileId: z.number(), name: z.string() }),
    )
  ).filter(({ profileId }) => String(profileId) === payer);
  if (!there) throw new Error('no group at Wise');
  const add = () => client.call(createBatchGroup, { body: { profileId: payer, wiseId: there.id } });
  const added = await add();
  expect(added.body).toMatchObject({ origin: 'wise', name: there.name, wiseId: there.id });
  expect((await add()).problem.code).toBe('batch_known_already');
  const unknown = await client.call(createBatchGroup, {
    body: { profileId: payer, wiseId: '00000000-0000-4000-8000-000000000000' },
  });
  expect(unknown.status).toBe(404);
});

test('compliance cannot send, close, fund or cancel', async ({ as }) => {
  const group = await makeGroup(await as('operator'), { name: freshName('Not theirs') });
  const client = await as('compliance');
  const params = pathOf(group);
  const answers = await Promise.all([
    client.call(runBatchGroup, { params, body: { version: 1 } }),
    client.call(completeBatchGroup, { params, body: { wiseVersion: '1' } }),
    client.call(fundBatchGroup, { params, body: { total: '1' } }),
    client.call(cancelBatchGroup, { params, body: { name: group.name, reason: 'x' } }),
    client.call(showPayIn, { params, body: {} }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
});

test('what a payment becomes is followed: sent, or bounced and refunded', async ({ as }) => {
  const client = await as('operator');
  const group = await makeFunded(client, ['14.00', '15.00']);
  await expect
    .poll(async () => (await readFunding(client, group)).payout.map(({ status }) => status), {
      timeout: 60_000,
    })
    .toEqual(['outgoing_payment_sent']);
});
