import { retentionClassNames } from '../../lib/catalogues/retention.ts';
import { approve, getApproval } from '../../lib/contracts/approvals.ts';
import { listAudit } from '../../lib/contracts/audit.ts';
import { getCardTransaction } from '../../lib/contracts/card-transactions.ts';
import { liftLegalHold, listLegalHolds, placeLegalHold } from '../../lib/contracts/legal-holds.ts';
import { changeRetention, getRetention, previewRetention } from '../../lib/contracts/retention.ts';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import { approver } from '../support/desk.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { pickCard } from '../support/pick-card.ts';

const daysAgo = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
const ruleOf = async (client: ConsoleClient) => {
  const rule = (await client.call(getRetention, {})).body.items.find(
    (one) => one.class === 'card-transactions',
  );
  if (!rule) throw new Error('Card transactions are no class');
  return rule;
};

test('retention is changed by administrators within what a class allows; legal holds are compliance’s alone', async ({
  as,
}) => {
  const admin = await as('admin');
  const { version } = await ruleOf(admin);
  const body = { class: 'card-transactions', days: 179, version } as const;
  expect((await admin.call(changeRetention, { body })).problem.fields?.[0]?.path).toBe('body.days');
  for (const role of ['operator', 'branch_manager', 'auditor', 'compliance'] as const)
    expect((await (await as(role)).call(changeRetention, { body })).problem.code).toBe('forbidden');
  for (const role of ['operator', 'branch_manager'] as const)
    expect((await (await as(role)).call(getRetention, {})).problem.code).toBe('forbidden');
  expect((await (await as('auditor')).call(getRetention, {})).body.items.map((one) => one.class)).toEqual([
    ...retentionClassNames,
  ]);
  const query = { class: 'closed-cases', days: 180 } as const;
  expect((await admin.call(previewRetention, { query })).body.passes).toBeNull();

  const hold = { profileId: '30000101', reason: 'Not theirs to place.' };
  const params = { legalHoldId: '00000000-0000-4000-8000-000000000000' };
  for (const role of ['operator', 'branch_manager', 'auditor', 'admin'] as const) {
    const client = await as(role);
    expect((await client.call(listLegalHolds, { query: {} })).problem.code).toBe('forbidden');
    expect((await client.call(placeLegalHold, { body: hold })).problem.code).toBe('forbidden');
    expect((await client.call(liftLegalHold, { params, body: { reason: 'Why' } })).problem.code).toBe(
      'forbidden',
    );
  }
  const compliance = await as('compliance');
  const nowhere = { profileId: '30000999', reason: 'A court asks.' };
  expect((await compliance.call(placeLegalHold, { body: nowhere })).status).toBe(404);
});

test('what has passed its time goes, what a legal hold keeps is as gone for everybody but compliance', async ({
  as,
  emulator,
}) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const [compliance, compliance2] = [await as('compliance'), await as(approver)];
  const [operator, auditor] = [await as('operator'), await as('auditor')];
  const before = await ruleOf(admin);
  // Years ago still: older than anybody else's payments here.
  const days = before.days - 10;
  const made = await Promise.all(
    [1, 2].map(async () => {
      const { path, token } = await pickCard(operator, { status: 'ACTIVE' });
      const { id } = await emulator.makeTransaction({
        cardToken: token,
        state: 'COMPLETED',
        creationTime: daysAgo(days + 5),
      });
      return { ...path, transactionId: id };
    }),
  );
  const [held, other] = made;
  if (!held || !other) throw new Error('Two are made');
  const find = async (client: ConsoleClient) => {
    const query = { cardToken: made.map(({ cardToken }) => cardToken), to: daysAgo(days) };
    const { body } = await client.call(listTransactions, { query });
    return body.items.map(({ id }) => id);
  };
  await expect.poll(async () => (await find(operator)).length).toBe(2);

  const { cardToken, profileId } = held;
  const placed = await compliance.call(placeLegalHold, {
    body: { profileId, cardToken, reason: 'A court asks.' },
  });
  expect(placed.status).toBe(200);
  expect(
    (await compliance.call(placeLegalHold, { body: { profileId, cardToken, reason: 'Again.' } })).problem
      .code,
  ).toBe('conflict');

  const change = { class: 'card-transactions', days, version: before.version } as const;
  const preview = await admin.call(previewRetention, { query: { class: change.class, days } });
  expect(preview.body.passes).toBeGreaterThanOrEqual(2);
  const asked = await admin.call(changeRetention, { body: change });
  const params = { approvalId: asked.body.approvalId };
  const { body: request } = await admin2.call(getApproval, { params });
  expect(request.lines.join(' ')).toContain(
    `Deletes at once and for ever: ${preview.body.passes} payments made before`,
  );
  expect((await ruleOf(admin)).pendingApprovalId).toBe(params.approvalId);
  expect((await admin.call(approve, { params, body: {} })).problem.code).toBe('second_person_required');
  expect(await find(operator), 'until then nothing happens').toHaveLength(2);
  expect((await admin2.call(approve, { params, body: {} })).status).toBe(200);

  expect(await find(operator)).toEqual([]);
  await expect.poll(() => find(compliance), { timeout: 30_000 }).toEqual([held.transactionId]);
  const refusal = async (params: { profileId: string; transactionId: string }) => {
    const { problem, status } = await operator.call(getCardTransaction, { params });
    return { status, code: problem.code, detail: problem.detail, title: problem.title };
  };
  expect(await refusal(held), 'nobody can tell one from the other').toEqual(await refusal(other));
  expect(await ruleOf(admin)).toMatchObject({
    days,
    nextRun: { passes: expect.any(Number) },
    lastRun: { deleted: null },
  });

  const trail = (await auditor.call(listAudit, { query: { action: 'retention.run' } })).body.items;
  expect(trail[0]?.details).toMatchObject({ deletedBefore: { 'card-transactions': preview.body.cutoff } });
  const hidden = (await auditor.call(listAudit, { query: { query: placed.body.holdId } })).body.items;
  expect(hidden).toEqual([]);

  const found = async () =>
    (await compliance.call(listLegalHolds, { query: { cardToken, state: ['standing'] } })).body.items;
  expect(await found()).toMatchObject([{ id: placed.body.holdId, reason: 'A court asks.', keeps: 1 }]);
  const lift = await compliance.call(liftLegalHold, {
    params: { legalHoldId: placed.body.holdId },
    body: { reason: 'The court is done.' },
  });
  const lifting = { approvalId: lift.body.approvalId };
  for (const client of [admin, auditor])
    expect((await client.call(getApproval, { params: lifting })).status).toBe(404);
  expect((await compliance2.call(approve, { params: lifting, body: {} })).status).toBe(200);
  expect(await found()).toEqual([]);
});
