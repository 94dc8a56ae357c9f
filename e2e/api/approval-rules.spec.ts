import { approve, getApproval } from '../../lib/contracts/approvals.ts';
import { getApprovalRules, updateApprovalRules } from '../../lib/contracts/approval-rules.ts';
import { listStaff, updateStaff } from '../../lib/contracts/staff.ts';
import { expect, test } from '../fixtures.ts';
import { addPerson } from '../support/people.ts';

test('PUT approval-rules: waits for another administrator, and only then holds', async ({ as }) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const before = (await admin.call(getApprovalRules, {})).body;
  const rules = [
    { currency: 'GBP', above: '10000', approvers: 1 as const },
    { currency: 'GBP', above: '250000', approvers: 2 as const },
  ];
  const asked = await admin.call(updateApprovalRules, { body: { version: before.version, rules } });
  expect(asked.status).toBe(202);
  const params = { approvalId: asked.body.approvalId };
  expect((await admin2.call(getApproval, { params })).body).toMatchObject({
    subject: 'GBP',
    lines: ['GBP: the default → above 10,000.00 GBP 1 approver, above 250,000.00 GBP 2 approvers.'],
    standing: 'yours-to-decide',
  });
  const waiting = (await admin.call(getApprovalRules, {})).body;
  expect(waiting).toMatchObject({ rules: before.rules, pendingApprovalId: params.approvalId });
  expect(
    (await admin2.call(updateApprovalRules, { body: { version: before.version, rules: [] } })).problem.code,
  ).toBe('conflict');
  expect((await admin.call(approve, { params, body: {} })).problem.code).toBe('second_person_required');
  expect((await (await as('operator2@example.com')).call(approve, { params, body: {} })).problem.code).toBe(
    'not_found',
  );
  await admin2.call(approve, { params, body: {} });
  const after = (await admin.call(getApprovalRules, {})).body;
  expect(after).toMatchObject({ rules, pendingApprovalId: null });
  const stale = { version: before.version, rules: [] };
  expect((await admin.call(updateApprovalRules, { body: stale })).problem.code).toBe('conflict');
});

test('PUT approval-rules: faulty ones and those of others are refused', async ({ as }) => {
  const admin = await as('admin');
  const { version } = (await admin.call(getApprovalRules, {})).body;
  const put = async (rules: unknown) =>
    (await admin.send('PUT', '/api/approval-rules', { body: { version, rules } })).problem.code;
  const line = (above: string, approvers: number, currency = 'GBP') => ({ above, approvers, currency });
  expect(await put([line('10', 3)])).toBe('validation_failed');
  expect(await put([line('-1', 1)])).toBe('validation_failed');
  expect(await put([line('10', 1, 'pounds')])).toBe('validation_failed');
  expect(await put([line('10', 1), line('10', 2)])).toBe('validation_failed');
  expect(await put([line('10', 2), line('20', 1)])).toBe('validation_failed');
  const body = { version, rules: [] };
  for (const role of ['operator', 'compliance', 'branch_manager', 'auditor'] as const)
    expect((await (await as(role)).call(updateApprovalRules, { body })).problem.code).toBe('forbidden');
  expect((await (await as('auditor')).call(getApprovalRules, {})).status).toBe(200);
  expect((await (await as('operator')).call(getApprovalRules, {})).problem.code).toBe('forbidden');
});

test('a person’s limits change once a second administrator agrees; a flag that the role cannot have is refused', async ({
  as,
}) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const person = await addPerson(admin, admin2);
  const params = { personId: person.id };
  const approvalLimits = [{ currency: 'GBP', amount: '5000' }];
  const change = await admin.call(updateStaff, {
    params,
    body: { version: person.version, flags: ['approve'], approvalLimits },
  });
  const approvalId = change.body.approvalId ?? '';
  const limitsOf = async () =>
    (await admin.call(listStaff, {})).body.items.find(({ id }) => id === person.id)?.approvalLimits;
  expect(await limitsOf()).toEqual([]);
  expect((await admin2.call(getApproval, { params: { approvalId } })).body.lines).toEqual([
    'Flags: none → Approves.',
    'May approve up to: nothing → 5,000.00 GBP.',
  ]);
  await admin2.call(approve, { params: { approvalId }, body: {} });
  expect(await limitsOf()).toEqual(approvalLimits);
  const twice = [...approvalLimits, ...approvalLimits];
  const version = person.version + 1;
  const faulty = await admin.call(updateStaff, { params, body: { version, approvalLimits: twice } });
  expect(faulty.problem.fields?.[0]?.path).toBe('body.approvalLimits');
  const auditor = await addPerson(admin, admin2, 'auditor');
  const wrong = await admin.call(updateStaff, {
    params: { personId: auditor.id },
    body: { version: auditor.version, flags: ['approve'] },
  });
  expect(wrong.problem.fields?.[0]?.path).toBe('body.flags.0');
});
