import { approvalRulesOf, changeRules } from '../support/approval-rules.ts';
import { exportAudit } from '../../lib/contracts/audit.ts';
import { approve, getApproval } from '../../lib/contracts/approvals.ts';
import {
  getConversion,
  requestConversion,
  requestFundingApproval,
} from '../../lib/contracts/batch-before-funding.ts';
import {
  fundBatchGroup,
  getBatchFunding,
  listBalances,
  showPayIn,
} from '../../lib/contracts/batch-funding.ts';
import { type BatchGroupDetail, completeBatchGroup } from '../../lib/contracts/batch-groups.ts';
import { expect, test } from '../fixtures.ts';
import { agree } from '../support/agree.ts';
import {
  addRows,
  britishFile,
  makeClosed,
  makeGroup,
  pathOf,
  readGroup,
  requireAdded,
  sendAll,
} from '../support/batches.ts';
import type { ConsoleClient } from '../support/console-client.ts';

/** A business of which no other test pays in euros. */
const business = '30000002';

async function makeClosedInEuros(
  client: ConsoleClient,
  amounts: readonly string[] = ['120.00', '80.00'],
): Promise<BatchGroupDetail> {
  const group = await makeGroup(client, { profileId: business, sourceCurrency: 'EUR' });
  requireAdded((await addRows(client, group, britishFile(amounts))).body);
  const { wiseVersion } = await sendAll(client, group);
  const body = { wiseVersion: wiseVersion ?? '' };
  return (await client.call(completeBatchGroup, { params: pathOf(group), body })).body;
}
const readFunding = async (client: ConsoleClient, group: BatchGroupDetail) =>
  (await client.call(getBatchFunding, { params: pathOf(group) })).body;
const readApproval = async (client: ConsoleClient, group: BatchGroupDetail) =>
  (await readFunding(client, group)).before?.approval;
const readConversion = async (client: ConsoleClient, group: BatchGroupDetail) =>
  (await client.call(getConversion, { params: pathOf(group) })).body;
const fund = (client: ConsoleClient, group: BatchGroupDetail, total: string) =>
  client.call(fundBatchGroup, { params: pathOf(group), body: { total } });

test('a closed group whose rule came later is approved as it stands, then paid although its balance is short, because somebody agreed to a conversion', async ({
  as,
  emulator,
}) => {
  const [maker, other, admin] = [await as('operator'), await as('operator2@example.com'), await as('admin')];
  const admin2 = await as('admin2@example.com');
  const group = await makeClosedInEuros(maker);
  const params = pathOf(group);
  const { before, total } = await readFunding(maker, group);
  if (total === null) throw new Error('no total');
  expect(before).toMatchObject({ takes: total, quotes: { ended: 0, now: total } });
  expect(before?.approval).toMatchObject({ state: 'not-needed', needed: 0, people: [] });
  expect(group.approval).toEqual({ state: 'not-needed', by: [] });
  expect((await maker.call(requestFundingApproval, { params, body: {} })).problem.code).toBe(
    'batch_approval_not_needed',
  );

  // The rule.
  const rules = await approvalRulesOf(admin);
  await changeRules(admin, admin2, [...rules, { currency: 'EUR', above: '10', approvers: 1 }]);
  const needed = await readApproval(maker, group);
  expect(needed).toMatchObject({ state: 'to-ask', why: 'never-asked', needed: 1, approvedBy: [] });
  expect(needed?.people).toContainEqual({ name: 'Leah Brandt', isYou: true, standing: 'flag' });
  expect(needed?.people).toContainEqual({ name: 'Tom Ashby', isYou: false, standing: 'may' });
  expect((await readApproval(other, group))?.people).toContainEqual({
    name: 'Tom Ashby',
    isYou: true,
    standing: 'asks',
  });
  expect((await fund(maker, group, total)).problem.code).toBe('batch_needs_approval');
  expect((await maker.call(showPayIn, { params, body: {} })).problem.code).toBe('batch_needs_approval');
  expect((await (await as('auditor')).call(requestFundingApproval, { params, body: {} })).status).toBe(403);
  const asked = await maker.call(requestFundingApproval, { params, body: {} });
  expect(asked.status).toBe(202);
  const { approvalId } = asked.body;
  expect((await maker.call(requestFundingApproval, { params, body: {} })).problem.code).toBe('conflict');
  expect(await readApproval(maker, group)).toMatchObject({ state: 'waiting', approvalId });
  expect((await readGroup(maker, group)).approval).toEqual({ state: 'waiting', by: [] });
  const request = (await other.call(getApproval, { params: { approvalId } })).body;
  expect(request).toMatchObject({ kind: 'batch-group.funding', subject: group.name, needed: 1 });
  expect(request.items.map(({ kind }) => kind)).toEqual(['new-payee', 'new-payee']);
  expect(request.lines.join(' ')).toMatch(
    /Pays 2 rows from EUR\. .*Takes at most [\d.]+ EUR, fees included\./,
  );
  expect((await other.call(approve, { params: { approvalId }, body: {} })).problem.code).toBe(
    'items_not_accepted',
  );
  await agree(other, approvalId);
  expect(await readApproval(maker, group)).toMatchObject({
    state: 'approved',
    approvedBy: ['Tom Ashby'],
    isYoursAlone: false,
  });
  expect((await readApproval(other, group))?.isYoursAlone).toBe(true);
  expect((await readGroup(maker, group)).approval).toEqual({ state: 'approved', by: ['Tom Ashby'] });
  expect((await fund(other, group, total)).problem.code).toBe('batch_funder_approved');

  // The balance.
  const { items } = (await maker.call(listBalances, { params: { profileId: business } })).body;
  const euros = items.find(({ currency, type }) => currency === 'EUR' && type === 'STANDARD');
  const setEuros = (amount: number) => emulator.setBalance(euros?.id ?? '', amount);
  expect((await readConversion(maker, group)).short).toBeNull();
  await setEuros(50);
  const seen = await readConversion(maker, group);
  expect(Number(seen.short)).toBeCloseTo(Number(total) - 50, 6);
  expect(Number(seen.ceiling)).toBeGreaterThan(Number(seen.short));
  expect(seen).toMatchObject({ doesCover: true, approval: null });
  expect(seen.balances.map(({ currency }) => currency)).toEqual(['GBP']);
  const since = await emulator.now();
  expect((await fund(maker, group, total)).problem.code).toBe('batch_balance_short');
  const convert = async () => {
    const reply = await maker.call(requestConversion, { params, body: {} });
    expect(reply.status).toBe(202);
    return reply.body.approvalId;
  };
  const first = await convert();
  expect((await maker.call(requestConversion, { params, body: {} })).problem.code).toBe('conflict');
  expect((await maker.call(approve, { params: { approvalId: first }, body: {} })).status).toBe(403);
  expect((await fund(maker, group, total)).problem.code).toBe('batch_balance_short');
  await agree(other, first);
  expect((await readConversion(maker, group)).approval).toMatchObject({ state: 'approved', whyOver: null });
  expect((await readConversion(other, group)).approval?.isYoursAlone).toBe(true);
  expect((await maker.call(requestConversion, { params, body: {} })).problem.code).toBe(
    'batch_conversion_not_needed',
  );
  await setEuros(1);
  expect((await readConversion(maker, group)).approval?.whyOver).toMatch(/More is short now/);
  expect((await fund(maker, group, total)).problem.code).toBe('batch_conversion_over');
  const ended = (await maker.call(getApproval, { params: { approvalId: first } })).body;
  expect(ended).toMatchObject({ state: 'void', endNote: expect.stringContaining('More is short now') });
  const payments = (await emulator.requests(since)).filter(({ path }) => path.includes('batch-payments'));
  expect(payments).toEqual([]);

  const second = await convert();
  await agree(admin, second);
  expect((await fund(maker, group, total)).status).toBe(200);
  await expect.poll(async () => (await readGroup(maker, group)).status, { timeout: 30_000 }).toBe('FUNDED');
  expect(await readFunding(maker, group)).toMatchObject({
    funding: { way: 'BALANCE', state: 'done', amount: total },
    before: null,
  });
  expect((await maker.call(getApproval, { params: { approvalId: second } })).body.usedAt).not.toBeNull();
  await changeRules(admin, admin2, rules);
});

test('quotes that have ended are said with the total of now, and nothing is paid while Wise gives no prices', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  await emulator.changeSettings({ quoteLifeMs: 4000 });
  const group = await makeClosed(client, ['31.00', '32.50']);
  const { total } = await readFunding(client, group);
  await emulator.addFault({ match: { method: 'POST', path: '/quotes' }, status: 503 });
  await expect
    .poll(async () => (await readFunding(client, group)).before, { timeout: 20_000 })
    .toMatchObject({ takes: null, quotes: { ended: 2, atSending: total, now: null } });
  expect((await fund(client, group, total ?? '')).problem.code).toBe('wise_unavailable');
  await emulator.clearFaults();
  const { before } = await readFunding(client, group);
  expect(Math.abs(Number(before?.quotes.now) - Number(total))).toBeLessThan(0.05);
  expect(Number(before?.takes)).toBeGreaterThanOrEqual(Number(total));
  expect((await fund(client, group, total ?? '')).status).toBe(200);
});

test('a balance that falls after the last look makes Wise convert unasked: the group says so, and so does the trail', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { items } = (await client.call(listBalances, { params: { profileId: business } })).body;
  const euros = items.find(({ currency, type }) => currency === 'EUR' && type === 'STANDARD');
  const setEuros = (amount: number) => emulator.setBalance(euros?.id ?? '', amount);
  await setEuros(900);
  const group = await makeClosedInEuros(client, ['121.00', '81.00']);
  const { total } = await readFunding(client, group);
  const since = await emulator.now();
  await emulator.addFault({ match: { method: 'POST', path: 'batch-payments' }, times: 1, delayMs: 3000 });
  const paying = fund(client, group, total ?? '');
  await expect
    .poll(async () => (await readFunding(client, group)).funding?.state, { intervals: [50] })
    .toBe('started');
  await setEuros(10);
  expect((await paying).status).toBe(200);
  await expect
    .poll(async () => (await readFunding(client, group)).funding?.conversionsSeen, { timeout: 60_000 })
    .toEqual([{ currency: 'GBP', amount: expect.stringMatching(/^\d+(\.\d+)?$/) }]);
  await expect.poll(async () => (await readGroup(client, group)).status, { timeout: 30_000 }).toBe('FUNDED');
  const { text } = await (await as('auditor')).call(exportAudit, { query: { reason: 'routine' } });
  const told = text.split('\n').filter((line) => line.includes('batch-groups.converted-unasked'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(group.id);
  expect((await emulator.requests(since)).filter(({ path }) => path.includes('batch-payments'))).toHaveLength(
    1,
  );
});
