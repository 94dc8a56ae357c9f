import { randomUUID } from 'node:crypto';
import {
  approve,
  decideApprovalItem,
  getApproval,
  listApprovals,
  refuse,
} from '../../lib/contracts/approvals.ts';
import {
  fundBatchGroup,
  getBatchFunding,
  listBalances,
  releaseFunding,
  showPayIn,
} from '../../lib/contracts/batch-funding.ts';
import {
  type BatchGroupDetail,
  completeBatchGroup,
  runBatchGroup,
} from '../../lib/contracts/batch-groups.ts';
import { changeBatchRows } from '../../lib/contracts/batch-rows.ts';
import { expect, test } from '../fixtures.ts';
import { agree } from '../support/agree.ts';
import {
  addRows,
  britishFile,
  makeGroup,
  pathOf,
  readGroup,
  readRows,
  requireAdded,
  sendAll,
} from '../support/batches.ts';
import type { ConsoleClient } from '../support/console-client.ts';

/** A business of which no other test adds up amounts. */
const business = '30000003';

async function makeReady(client: ConsoleClient, sourceCurrency: string, amounts: readonly string[]) {
  const group = await makeGroup(client, { profileId: business, sourceCurrency });
  return requireAdded((await addRows(client, group, britishFile(amounts))).body);
}
const run = async (client: ConsoleClient, group: BatchGroupDetail) => {
  const { version } = await readGroup(client, group);
  return (await client.call(runBatchGroup, { params: pathOf(group), body: { version } })).body;
};
async function findApproval(client: ConsoleClient, group: BatchGroupDetail) {
  const { items } = (await client.call(listApprovals, { query: { view: 'pending' } })).body;
  const found = items.find(({ subject }) => subject === group.name);
  if (!found) throw new Error('no approval waits');
  return (await client.call(getApproval, { params: { approvalId: found.id } })).body;
}

test('above the line other people approve the very rows, payee by payee, before anything is at Wise; the funder is not the only one', async ({
  as,
  emulator,
}) => {
  const [maker, other] = [await as('operator'), await as('operator2@example.com')];
  const group = await makeReady(maker, 'GBP', ['8000.00', '4000.00']);
  const since = await emulator.now();
  expect(await run(maker, group)).toMatchObject({ status: 'WAITING_FOR_APPROVAL', wiseId: null });
  const atWise = async () =>
    (await emulator.requests(since)).filter(
      ({ method, path }) => method === 'POST' && /batch-groups|accounts$/.test(path),
    );
  expect(await atWise()).toEqual([]);

  const approval = await findApproval(other, group);
  const params = { approvalId: approval.id };
  expect(approval).toMatchObject({ kind: 'batch-group.rows', standing: 'yours-to-decide', needed: 1 });
  expect(approval.lines.join(' ')).toMatch(
    /Pays 2 rows from GBP\. 12,000\.00 GBP arrives, fixed\. Takes at most 12,\d{3}\.\d\d GBP, fees included\./,
  );
  expect(approval.items.map(({ kind }) => kind)).toEqual(['new-payee', 'new-payee']);
  expect(approval.items[0]?.lines[0]).toBe('Row 1: 8,000.00 GBP arrives, to an account in GBP');
  expect((await maker.call(approve, { params, body: {} })).status).toBe(403);
  expect((await other.call(approve, { params, body: {} })).problem.code).toBe('items_not_accepted');
  for (const { key } of approval.items)
    await other.call(decideApprovalItem, { params: { ...params, itemKey: key }, body: { isAccepted: true } });
  expect((await other.call(approve, { params, body: {} })).status).toBe(200);

  await expect
    .poll(async () => (await readGroup(maker, group)).status, { timeout: 60_000 })
    .toBe('READY_TO_CLOSE');
  const sent = await readGroup(maker, group);
  expect(sent.rows).toMatchObject({ inGroup: 2 });
  await maker.call(completeBatchGroup, {
    params: pathOf(group),
    body: { wiseVersion: sent.wiseVersion ?? '' },
  });
  const { total } = (await maker.call(getBatchFunding, { params: pathOf(group) })).body;
  const { items } = (await maker.call(listBalances, { params: { profileId: business } })).body;
  const pounds = items.find(({ currency, type }) => currency === 'GBP' && type === 'STANDARD');
  await emulator.setBalance(pounds?.id ?? '', 20_000);
  const fundAs = (client: ConsoleClient) =>
    client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
  expect((await fundAs(other)).problem.code).toBe('batch_funder_approved');
  expect((await fundAs(maker)).status).toBe(200);
});

test('two groups below the line of one person and day need approval together', async ({ as }) => {
  const maker = await as('operator');
  const first = await makeReady(maker, 'EUR', ['6000.00']);
  expect(await run(maker, first)).toMatchObject({ status: 'RUNNING' });
  const second = await makeReady(maker, 'EUR', ['6000.01']);
  expect(await run(maker, second)).toMatchObject({ status: 'WAITING_FOR_APPROVAL' });
  const other = await as('operator2@example.com');
  const { amount } = await findApproval(other, second);
  expect(Number(amount?.value)).toBeGreaterThan(12_000);
});

test('a change of rows ends what waits, and says who changed them; a refusal leaves the group open', async ({
  as,
}) => {
  const [maker, admin] = [await as('operator'), await as('admin')];
  const group = await makeReady(maker, 'CAD', ['9000.00', '9100.00']);
  await run(maker, group);
  const asked = await findApproval(admin, group);
  const [row] = await readRows(maker, group);
  const { version } = await readGroup(maker, group);
  const changed = await maker.call(changeBatchRows, {
    params: pathOf(group),
    body: { version, rows: [{ rowNumber: 1, cells: { ...row?.cells, amount: '9050.00' } }] },
  });
  expect(changed.body.group).toMatchObject({ status: 'OPEN' });
  const ended = (await admin.call(getApproval, { params: { approvalId: asked.id } })).body;
  expect(ended.state).toBe('void');
  expect(ended.endNote).toMatch(
    /^Leah Brandt changed rows at \d\d:\d\d UTC\. Your approval no longer counts\.$/,
  );
  await run(maker, group);
  const again = await findApproval(admin, group);
  expect(again.id).not.toBe(asked.id);
});

test('nobody decides above their limit; who refuses says why, and nothing is sent', async ({
  as,
  emulator,
}) => {
  const [maker, other, admin] = [await as('operator'), await as('operator2@example.com'), await as('admin')];
  const group = await makeReady(maker, 'GBP', ['90000.00', '10000.01']);
  const since = await emulator.now();
  await run(maker, group);
  const approval = await findApproval(other, group);
  expect(approval.standing).toBe('above-your-limit');
  const params = { approvalId: approval.id };
  expect((await other.call(approve, { params, body: {} })).problem.code).toBe('above_your_limit');
  expect((await admin.call(refuse, { params, body: { reason: 'not ordered' } })).status).toBe(200);
  expect(await readGroup(maker, group)).toMatchObject({ status: 'OPEN', wiseId: null });
  const posts = (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'POST' && path.includes('batch-groups'),
  );
  expect(posts).toEqual([]);
});

test('a price above the ceiling stops the run before its transfer is asked for', async ({ as, emulator }) => {
  const [maker, admin] = [await as('operator2@example.com'), await as('admin')];
  const group = await makeReady(maker, 'GBP', ['12500.00']);
  await run(maker, group);
  const { id, lines } = await findApproval(admin, group);
  expect(lines.join(' ')).toMatch(/Takes at most 12,7\d\d\.\d\d GBP, fees included\./);
  const since = await emulator.now();
  const now = Date.now();
  await emulator.addFault({
    match: { method: 'POST', path: `/v3/profiles/${business}/quotes` },
    times: 1,
    status: 200,
    body: {
      id: randomUUID(),
      sourceCurrency: 'GBP',
      targetCurrency: 'GBP',
      providedAmountType: 'TARGET',
      payOut: 'BANK_TRANSFER',
      rate: 1,
      status: 'PENDING',
      createdTime: new Date(now).toISOString(),
      expirationTime: new Date(now + 1_800_000).toISOString(),
      paymentOptions: [
        {
          disabled: false,
          payIn: 'BALANCE',
          payOut: 'BANK_TRANSFER',
          sourceAmount: 12_800,
          targetAmount: 12_500,
          price: { total: { value: { amount: 300, currency: 'GBP' } } },
        },
      ],
    },
  });
  await agree(admin, id);
  await expect
    .poll(async () => (await readGroup(maker, group)).stopCode, { timeout: 60_000 })
    .toBe('batch_above_ceiling');
  expect(await readGroup(maker, group)).toMatchObject({ status: 'PAUSED', rows: { inGroup: 0, waiting: 1 } });
  const transfers = (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/transfers'),
  );
  expect(transfers).toEqual([]);
});

test('once two people say that no wire was sent, the group can be paid another way', async ({ as }) => {
  const [maker, other] = [await as('operator'), await as('operator2@example.com')];
  const group = await makeGroup(maker);
  requireAdded((await addRows(maker, group, britishFile(['21.00']))).body);
  const sent = await sendAll(maker, group);
  const params = pathOf(group);
  await maker.call(completeBatchGroup, { params, body: { wiseVersion: sent.wiseVersion ?? '' } });
  const release = () => maker.call(releaseFunding, { params, body: {} });
  expect((await release()).problem.code).toBe('batch_not_released_yet');
  await maker.call(showPayIn, { params, body: {} });
  const { approvalId } = (await release()).body;
  expect((await release()).problem.code).toBe('conflict');
  expect((await (await as('admin')).call(releaseFunding, { params, body: {} })).status).toBe(403);
  expect((await maker.call(approve, { params: { approvalId }, body: {} })).status).toBe(403);
  expect((await other.call(approve, { params: { approvalId }, body: {} })).status).toBe(200);
  const { funding, total } = (await maker.call(getBatchFunding, { params })).body;
  expect(funding).toMatchObject({ way: 'BANK_TRANSFER', state: 'released' });
  expect((await maker.call(fundBatchGroup, { params, body: { total: total ?? '' } })).status).toBe(200);
});

test('a funding nobody knows the end of is released by two administrators, and not before Wise was asked for a while', async ({
  as,
  emulator,
}) => {
  const [maker, admin] = [await as('operator'), await as('admin')];
  const group = await makeGroup(maker);
  requireAdded((await addRows(maker, group, britishFile(['22.00']))).body);
  const sent = await sendAll(maker, group);
  const params = pathOf(group);
  await maker.call(completeBatchGroup, { params, body: { wiseVersion: sent.wiseVersion ?? '' } });
  const { total } = (await maker.call(getBatchFunding, { params })).body;
  await emulator.addFault({
    match: { method: 'POST', path: 'batch-payments' },
    times: 1,
    dropBeforeApply: true,
  });
  const lost = await maker.call(fundBatchGroup, { params, body: { total: total ?? '' } });
  expect(lost.problem.code).toBe('outcome_unknown');
  expect(await readGroup(maker, group)).toMatchObject({ status: 'FUNDING_UNKNOWN' });
  expect((await admin.call(releaseFunding, { params, body: {} })).problem.code).toBe(
    'batch_not_released_yet',
  );
});
