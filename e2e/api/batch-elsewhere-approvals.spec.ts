import { approve, getApproval } from '../../lib/contracts/approvals.ts';
import { requestFundingApproval } from '../../lib/contracts/batch-before-funding.ts';
import {
  fundBatchGroup,
  getBatchFunding,
  listBalances,
  showPayIn,
} from '../../lib/contracts/batch-funding.ts';
import {
  type BatchGroupDetail,
  completeBatchGroup,
  createBatchGroup,
} from '../../lib/contracts/batch-groups.ts';
import { expect, test } from '../fixtures.ts';
import { agree } from '../support/agree.ts';
import { freshName, pathOf, readGroup, readRows } from '../support/batches.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { otherProgram } from '../support/wise-batches.ts';

/** A business of which no other test adds up amounts in pounds. */
const business = '30000002';

/** Made by another program and open there still, then taken into the register. */
async function takeIn(client: ConsoleClient, emulator: EmulatorControl, amounts: readonly number[]) {
  const program = await otherProgram(emulator, business);
  const wiseId = await program.makeGroup(freshName('Elsewhere'));
  for (const [index, amount] of amounts.entries()) await program.addTransfer(wiseId, amount, `EXT ${index}`);
  const group = (await client.call(createBatchGroup, { body: { profileId: business, wiseId } })).body;
  await untilRead(client, group, amounts.length);
  return {
    group,
    add: (amount: number) => program.addTransfer(wiseId, amount, 'EXT, added'),
    cancel: () => program.cancel(wiseId),
  };
}
const untilRead = (client: ConsoleClient, group: BatchGroupDetail, count: number) =>
  expect
    .poll(async () => (await readRows(client, group)).length, { intervals: [200], timeout: 90_000 })
    .toBe(count);
const readFunding = async (client: ConsoleClient, group: BatchGroupDetail) =>
  (await client.call(getBatchFunding, { params: pathOf(group) })).body;
const fund = async (client: ConsoleClient, group: BatchGroupDetail) => {
  const { total } = await readFunding(client, group);
  return client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
};
/** As the page shows it now. */
const close = async (client: ConsoleClient, group: BatchGroupDetail) => {
  const { wiseVersion } = await readGroup(client, group);
  return client.call(completeBatchGroup, {
    params: pathOf(group),
    body: { wiseVersion: wiseVersion ?? '' },
  });
};
const ask = async (client: ConsoleClient, group: BatchGroupDetail): Promise<string> => {
  const asked = await client.call(requestFundingApproval, { params: pathOf(group), body: {} });
  expect(asked.status).toBe(202);
  return asked.body.approvalId;
};
const readApproval = async (client: ConsoleClient, approvalId: string) =>
  (await client.call(getApproval, { params: { approvalId } })).body;
async function fillBalance(client: ConsoleClient, emulator: EmulatorControl): Promise<void> {
  const { items } = (await client.call(listBalances, { params: { profileId: business } })).body;
  const pounds = items.find(({ currency, type }) => currency === 'GBP' && type === 'STANDARD');
  await emulator.setBalance(pounds?.id ?? '', 90_000);
}

test('above the line one made elsewhere is paid in no way before other people approved it, payee by payee', async ({
  as,
  emulator,
}) => {
  const [maker, other] = [await as('operator'), await as('operator2@example.com')];
  const { group } = await takeIn(maker, emulator, [6500, 5800]);
  const params = pathOf(group);
  expect((await close(maker, group)).body).toMatchObject({
    status: 'CLOSED',
    approval: { state: 'not-asked', by: [] },
  });
  expect((await readFunding(maker, group)).before?.approval).toMatchObject({
    state: 'to-ask',
    why: 'never-asked',
    needed: 1,
  });
  const since = await emulator.now();
  expect((await fund(maker, group)).problem.code).toBe('batch_needs_approval');
  expect((await maker.call(showPayIn, { params, body: {} })).problem.code).toBe('batch_needs_approval');
  for (const who of ['auditor', 'compliance', 'admin'] as const)
    expect((await (await as(who)).call(requestFundingApproval, { params, body: {} })).status).toBe(403);

  const approvalId = await ask(maker, group);
  expect((await maker.call(requestFundingApproval, { params, body: {} })).problem.code).toBe('conflict');
  const request = await readApproval(other, approvalId);
  expect(request).toMatchObject({ kind: 'batch-group.funding', standing: 'yours-to-decide', needed: 1 });
  expect(request.lines.join(' ')).toMatch(
    /^Pays 2 rows from GBP\. 12,300\.00 GBP arrives, fixed\. Takes at most 12,\d{3}\.\d\d GBP, fees included\. .*Another program made it/,
  );
  expect(request.items).toMatchObject([
    { kind: 'new-payee', lines: expect.arrayContaining([expect.stringMatching(/^Account: .*\d/)]) },
    { kind: 'new-payee' },
  ]);
  expect((await maker.call(approve, { params: { approvalId }, body: {} })).status).toBe(403);
  expect((await other.call(approve, { params: { approvalId }, body: {} })).problem.code).toBe(
    'items_not_accepted',
  );
  expect((await fund(maker, group)).problem.code).toBe('batch_needs_approval');
  await agree(other, approvalId);
  expect((await readGroup(maker, group)).approval).toEqual({ state: 'approved', by: ['Tom Ashby'] });
  expect((await fund(other, group)).problem.code).toBe('batch_funder_approved');
  expect((await emulator.requests(since)).filter(({ method }) => method === 'POST')).toEqual([]);
  await fillBalance(maker, emulator);
  expect((await fund(maker, group)).status).toBe(200);
});

test('a transfer that another program adds ends what waits and what was given; closing and paying look again', async ({
  as,
  emulator,
}) => {
  const [maker, other] = [await as('operator'), await as('operator2@example.com')];
  const { add, group } = await takeIn(maker, emulator, [10_500]);
  const waiting = await ask(maker, group);
  expect(await readGroup(maker, group)).toMatchObject({
    status: 'READY_TO_CLOSE',
    approval: { state: 'waiting' },
  });
  await add(20);
  expect((await close(maker, group)).problem).toMatchObject({
    code: 'batch_changed_at_wise',
    detail: 'Wise has 2 transfers in it now, and had 1.',
  });
  const ended = await readApproval(other, waiting);
  expect(ended.state).toBe('void');
  expect(ended.endNote).toMatch(
    /^Another program added a transfer at Wise, seen at \d\d:\d\d UTC\. Your approval no longer counts\.$/,
  );
  expect((await other.call(approve, { params: { approvalId: waiting }, body: {} })).problem.code).toBe(
    'approval_over',
  );

  await untilRead(maker, group, 2);
  const given = await ask(maker, group);
  await agree(other, given);
  await add(30);
  expect((await close(maker, group)).problem.code).toBe('batch_changed_at_wise');
  expect(await readApproval(other, given)).toMatchObject({ state: 'void' });
  await untilRead(maker, group, 3);
  expect((await close(maker, group)).body).toMatchObject({ status: 'CLOSED', approval: { state: 'ended' } });
  expect((await readFunding(maker, group)).before?.approval).toMatchObject({ state: 'to-ask', why: 'ended' });
  await fillBalance(maker, emulator);
  expect((await fund(maker, group)).problem.code).toBe('batch_needs_approval');

  const last = await ask(maker, group);
  expect((await readApproval(other, last)).lines[0]).toBe('Pays 3 rows from GBP.');
  await agree(other, last);
  expect((await fund(maker, group)).status).toBe(200);
});

test('one that is cancelled elsewhere ends the request about it', async ({ as, emulator }) => {
  const [maker, other] = [await as('operator'), await as('operator2@example.com')];
  const { cancel, group } = await takeIn(maker, emulator, [10_400]);
  const approvalId = await ask(maker, group);
  await cancel();
  expect((await close(maker, group)).problem).toMatchObject({
    code: 'batch_changed_at_wise',
    detail: expect.stringMatching(/^At Wise it is [A-Z_]+ now, and was NEW\.$/),
  });
  expect(await readApproval(other, approvalId)).toMatchObject({
    state: 'void',
    endNote: expect.stringMatching(/^The group was cancelled at Wise/),
  });
});
