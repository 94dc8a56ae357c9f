import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { exportAudit } from '../../lib/contracts/audit.ts';
import {
  cancelBatchGroup,
  fundBatchGroup,
  getBatchFunding,
  releaseFunding,
  showPayIn,
} from '../../lib/contracts/batch-funding.ts';
import type { BatchGroupDetail } from '../../lib/contracts/batch-groups.ts';
import {
  addDirectDebitAccount,
  listDirectDebitAccounts,
  payByDirectDebit,
} from '../../lib/contracts/direct-debits.ts';
import { expect, test } from '../fixtures.ts';
import { makeClosed, makeClosedInDollars, makeGroup, pathOf, payer, readGroup } from '../support/batches.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { clearBySms, replay, scaOf } from '../support/sca.ts';

/** Of the demo: an account that the payer has at Wise already. */
const dollarAccount = '7001';
const canadianAccount = '7002';

let made = 0;
/** Of its own amounts: the same payment twice is a doubt that holds a row back. */
const makeClosedIn = (client: ConsoleClient, sourceCurrency: 'USD' | 'CAD'): Promise<BatchGroupDetail> =>
  makeClosedInDollars(client, [`30.0${++made}`, `12.5${made}`], sourceCurrency);
const readFunding = async (client: ConsoleClient, group: BatchGroupDetail) =>
  (await client.call(getBatchFunding, { params: pathOf(group) })).body;
async function pay(client: ConsoleClient, group: BatchGroupDetail, more: Record<string, string> = {}) {
  const total = (await readFunding(client, group)).total ?? '';
  const body = { accountId: dollarAccount, total, ...more };
  return client.call(payByDirectDebit, { params: pathOf(group), body });
}
const fund = async (client: ConsoleClient, group: BatchGroupDetail) =>
  client.call(fundBatchGroup, {
    params: pathOf(group),
    body: { total: (await readFunding(client, group)).total ?? '' },
  });
/** Reading one needs no confirmation. */
const initiating = 'POST /v1/profiles/{profileId}/batch-groups/{batchGroupId}/payment-initiations';
const initiationState = z.object({ id: z.number(), batchGroupId: z.string(), status: z.string() });
const initiationsOf = async (emulator: EmulatorControl, { wiseId }: BatchGroupDetail) =>
  (await emulator.state('payment-initiations', initiationState)).filter(
    ({ batchGroupId }) => batchGroupId === wiseId,
  );
async function onlyInitiation(emulator: EmulatorControl, group: BatchGroupDetail): Promise<string> {
  const found = await initiationsOf(emulator, group);
  expect(found).toHaveLength(1);
  return String(found[0]?.id);
}
const untilStatus = (client: ConsoleClient, group: BatchGroupDetail, status: string) =>
  expect.poll(async () => (await readGroup(client, group)).status, { timeout: 60_000 }).toBe(status);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });

test('accounts are shown by their last four digits, added once, and their number is kept nowhere', async ({
  as,
  emulator,
  stack,
}) => {
  const client = await as('operator');
  const params = { profileId: payer };
  const list = async () =>
    (await client.call(listDirectDebitAccounts, { params, query: { currency: 'USD' } })).body.items;
  expect(await list()).toContainEqual({
    id: dollarAccount,
    currency: 'USD',
    type: 'ACH',
    routingNumber: '064000020',
    lastFour: '0000',
    accountType: 'CHECKING',
  });
  const pounds = await client.send('GET', `/api/profiles/${payer}/direct-debit-accounts?currency=GBP`);
  expect(pounds.status).toBe(400);

  const number = '48151623424815';
  const add = (routingNumber = '021000021', accountNumber = number) =>
    client.call(addDirectDebitAccount, {
      params,
      body: { currency: 'USD', routingNumber, accountNumber, accountType: 'SAVINGS' },
    });
  const since = await emulator.now();
  const wrong = await add('021000022', '12 34');
  expect(wrong.problem.fields?.map(({ path }) => path)).toEqual(['body.routingNumber', 'body.accountNumber']);
  // The answer is lost once: what Wise made all the same is found, and not made twice.
  await emulator.addFault({
    match: { method: 'POST', path: 'direct-debit-accounts' },
    times: 1,
    dropAfterApply: true,
  });
  const lost = await add();
  expect(lost.problem.code).toBe('outcome_unknown');
  const added = await add();
  expect(added.body).toMatchObject({ type: 'ACH', lastFour: '4815', accountType: 'SAVINGS' });
  expect((await add()).body.id).toBe(added.body.id);
  const asked = (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'POST' && path.includes('direct-debit-accounts'),
  );
  expect(asked).toHaveLength(1);
  expect((await list()).map(({ id }) => id)).toContain(added.body.id);

  const { text } = await (await as('auditor')).call(exportAudit, { query: { reason: 'routine' } });
  expect(text).toContain('direct-debit-accounts.add');
  for (const told of [text, added.text, wrong.text, lost.text, stack.readConsoleLog()])
    expect(told).not.toContain(number);
  for (const file of filesBelow(stack.dataDir))
    expect(readFileSync(file).includes(number), `${file} holds the number`).toBe(false);
});

test('operators alone see accounts, add them and debit them', async ({ as }) => {
  const group = await makeGroup(await as('operator'), { sourceCurrency: 'USD' });
  for (const who of ['compliance', 'admin', 'auditor', 'branch_manager'] as const) {
    const client = await as(who);
    const answers = await Promise.all([
      client.call(listDirectDebitAccounts, { params: { profileId: payer }, query: { currency: 'USD' } }),
      client.call(addDirectDebitAccount, {
        params: { profileId: payer },
        body: {
          currency: 'USD',
          routingNumber: '021000021',
          accountNumber: '123456789',
          accountType: 'CHECKING',
        },
      }),
      client.call(payByDirectDebit, {
        params: pathOf(group),
        body: { accountId: dollarAccount, total: '1' },
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  }
});

test('a group in pounds, an account in another currency and another total are refused before Wise is asked to pay', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const pounds = await makeClosed(client, ['9.00']);
  const dollars = await makeClosedIn(client, 'USD');
  const since = await emulator.now();
  expect((await pay(client, pounds)).problem.code).toBe('batch_debit_currency');
  expect((await pay(client, dollars, { accountId: canadianAccount })).problem.code).toBe(
    'batch_debit_account',
  );
  expect((await pay(client, dollars, { total: '1.00' })).problem.code).toBe('batch_total_changed');
  expect((await pay(client, dollars, { reference: 'ELEVENCHARS' })).problem.fields?.[0]?.path).toBe(
    'body.reference',
  );
  expect((await pay(client, dollars, { reference: 'Löhne' })).problem.code).toBe('validation_failed');
  expect((await emulator.requests(since)).filter(({ method }) => method === 'POST')).toEqual([]);
  expect(await readGroup(client, dollars)).toMatchObject({ status: 'CLOSED' });
});

test('two people at once make one direct debit; it is followed until it is through, and charged back it is a loss that nobody may pay again', async ({
  as,
  emulator,
}) => {
  const [client, other] = [await as('operator'), await as('operator2@example.com')];
  const group = await makeClosedIn(client, 'USD');
  const { total } = await readFunding(client, group);
  const tries = await Promise.all(
    [client, other, client, other].map((one) => pay(one, group, { reference: 'WAGES 11' })),
  );
  expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  const id = await onlyInitiation(emulator, group);
  expect((await fund(client, group)).problem.code).toBe('batch_funding_stands');
  const shown = await client.call(showPayIn, { params: pathOf(group), body: {} });
  expect(shown.problem.code).toBe('batch_funding_stands');

  await untilStatus(client, group, 'FUNDED');
  const paid = await readFunding(client, group);
  expect(paid.funding).toMatchObject({
    way: 'DIRECT_DEBIT',
    state: 'done',
    amount: total,
    debit: { status: 'COMPLETED', reference: 'WAGES 11', lastFour: '0000', cameLate: false },
    release: null,
  });
  expect(paid.payout.map(({ status }) => status)).not.toContain('incoming_payment_waiting');

  await emulator.setInitiationStatus(id, 'CHARGED_BACK');
  await untilStatus(client, group, 'CHARGED_BACK');
  expect((await readFunding(client, group)).funding).toMatchObject({
    state: 'done',
    amount: total,
    debit: { status: 'CHARGED_BACK', changedAt: expect.any(String) },
  });
  for (const again of [await fund(client, group), await pay(client, group)])
    expect(again.problem.code).toBe('batch_funding_stands');
  const cancel = await client.call(cancelBatchGroup, {
    params: pathOf(group),
    body: { name: group.name, reason: 'charged back' },
  });
  expect(cancel.problem.code).toBe('batch_funding_stands');
  expect(await initiationsOf(emulator, group)).toHaveLength(1);
});

test('a debit that fails moved nothing, and the group is funded from the balance', async ({ as }) => {
  const client = await as('operator');
  const group = await makeClosedIn(client, 'USD');
  expect((await pay(client, group, { reference: 'FAIL 1' })).body).toMatchObject({ status: 'CONFIRMING' });
  await untilStatus(client, group, 'CLOSED');
  expect((await readFunding(client, group)).funding).toMatchObject({
    state: 'refused',
    code: 'batch_debit_failed',
    debit: { status: 'FAILED' },
  });
  expect((await fund(client, group)).status).toBe(200);
  await untilStatus(client, group, 'FUNDED');
});

test('a lost answer is never repeated: Wise’s webhook names the direct debit, and it is followed from there', async ({
  as,
  emulator,
}) => {
  const [client, admin] = [await as('operator'), await as('admin')];
  const group = await makeClosedIn(client, 'USD');
  await emulator.changeSettings({ batchStepMs: null });
  await emulator.addFault({
    match: { method: 'POST', path: 'payment-initiations' },
    times: 1,
    dropAfterApply: true,
  });
  const since = await emulator.now();
  expect((await pay(client, group)).problem.code).toBe('outcome_unknown');
  expect(await readGroup(client, group)).toMatchObject({ status: 'FUNDING_UNKNOWN' });
  for (const again of [await pay(client, group), await fund(client, group)])
    expect(again.problem.code).toBe('batch_funding_stands');
  const params = pathOf(group);
  const release = await admin.call(releaseFunding, { params, body: {} });
  expect(release.problem.code).toBe('batch_not_released_yet');
  const { funding } = await readFunding(admin, group);
  expect(funding?.debit?.status).toBeNull();
  expect(funding?.release).toMatchObject({ by: 'administrators', asked: null });
  expect(Date.parse(funding?.release?.opensAt ?? '') - Date.parse(funding?.startedAt ?? '')).toBe(900_000);

  const id = await onlyInitiation(emulator, group);
  await emulator.setInitiationStatus(id, 'PROCESSING');
  await untilStatus(client, group, 'CONFIRMING');
  expect((await readFunding(client, group)).funding).toMatchObject({
    state: 'sent',
    debit: { status: 'PROCESSING' },
    release: null,
  });
  await emulator.setInitiationStatus(id, 'COMPLETED');
  await untilStatus(client, group, 'FUNDED');
  const asked = (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('payment-initiations'),
  );
  expect(asked).toHaveLength(1);
});

test('a debit that Wise wants confirmed is sent once it is, and only then', async ({ as, emulator }) => {
  const client = await as('operator', { fresh: true });
  const group = await makeClosedIn(client, 'CAD');
  await emulator.changeSettings({ scaRequired: [initiating] });
  const { scaId } = scaOf((await pay(client, group, { accountId: canadianAccount })).problem);
  expect(await initiationsOf(emulator, group)).toEqual([]);
  expect(await readGroup(client, group)).toMatchObject({ status: 'CLOSED' });
  await clearBySms(client, scaId);
  expect((await replay(client, scaId)).body).toMatchObject({ status: 'CONFIRMING' });
  await onlyInitiation(emulator, group);
  await untilStatus(client, group, 'FUNDED');
});
