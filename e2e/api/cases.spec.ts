import { approve, getApproval } from '../../lib/contracts/approvals.ts';
import { getAuditHead, listAudit } from '../../lib/contracts/audit.ts';
import {
  addCaseNote,
  decideCase,
  exportCases,
  getCase,
  getCaseCardTimeline,
  getDeskCounts,
  handOverCase,
  listCases,
  reopenCase,
  takeCase,
} from '../../lib/contracts/cases.ts';
import { addDeskRule, changeDeskRule, listDeskRules, tryDeskRule } from '../../lib/contracts/desk-rules.ts';
import { findThings } from '../../lib/contracts/find.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import { saveView, setDefaultView } from '../../lib/contracts/views.ts';
import { expect, test } from '../fixtures.ts';
import { expectNothingTold, listenAsOthers } from '../support/bystanders.ts';
import { addRule, approver, haveCase, newReason } from '../support/desk.ts';
import { readEvents } from '../support/read-events.ts';

test('a rule is made and changed by two people of compliance, and by nobody alone', async ({ as }) => {
  const [compliance, compliance2] = await Promise.all([as('compliance'), as(approver)]);
  const reason = newReason();
  const own = await compliance2.call(addDeskRule, {
    body: { name: 'Alone', conditions: { reasons: [reason] }, isActive: true, severity: 'low', dueHours: 1 },
  });
  expect(own.status).toBe(202);
  const alone = await compliance2.call(approve, { params: { approvalId: own.body.approvalId }, body: {} });
  expect(alone.problem.code).toBe('second_person_required');

  const { rule } = await addRule(compliance, compliance2, reason);
  expect(rule).toMatchObject({
    isActive: true,
    severity: 'high',
    dueHours: 4,
    version: 1,
    pendingApprovalId: null,
  });
  const { id: ruleId, name, conditions, severity, dueHours } = rule;
  const off = { name, conditions, severity, dueHours, isActive: false, version: 1 };
  const asked = await compliance.call(changeDeskRule, { params: { ruleId }, body: off });
  const { approvalId } = asked.body;
  const read = async () =>
    (await compliance.call(listDeskRules, {})).body.items.find(({ id }) => id === ruleId);
  expect(await read(), 'it holds until somebody agrees').toMatchObject({
    isActive: true,
    pendingApprovalId: approvalId,
  });
  const twice = await compliance2.call(changeDeskRule, { params: { ruleId }, body: off });
  expect(twice.problem.code).toBe('conflict');
  const { lines } = (await compliance2.call(getApproval, { params: { approvalId } })).body;
  expect(lines[0]).toBe('Switched off. Before: Switched on.');
  await compliance2.call(approve, { params: { approvalId }, body: {} });
  expect(await read()).toMatchObject({ isActive: false, version: 2 });
  const old = await compliance.call(changeDeskRule, { params: { ruleId }, body: { ...off, isActive: true } });
  expect(old.problem.code).toBe('conflict');
});

test('a rule says what it would have let in, and refuses one that lets everything in', async ({ as }) => {
  const compliance = await as('compliance');
  const none = await compliance.call(tryDeskRule, { body: { conditions: {} } });
  expect(none.problem.fields).toMatchObject([{ path: 'body.conditions' }]);
  const tried = await compliance.call(tryDeskRule, { body: { conditions: { reasons: [newReason()] } } });
  expect(tried.body).toMatchObject({ total: 0, days: [], first: [] });
});

test('a declined payment that meets a rule is taken by one, handed over, decided and opened again', async ({
  as,
  emulator,
}) => {
  const [compliance, compliance2] = await Promise.all([as('compliance'), as(approver)]);
  const reason = newReason();
  const { rule } = await addRule(compliance, compliance2, reason);
  const { id: caseId, version } = await haveCase(compliance, emulator, reason);
  const params = { caseId };
  const found = (await compliance.call(getCase, { params })).body;
  expect(found).toMatchObject({
    state: 'waiting',
    severity: 'high',
    declineReason: reason,
    merchantName: 'Ondina Books',
    reason: { title: 'A reason nobody has classified', mayBeTold: 'staff-only' },
    rules: [{ id: rule.id, name: rule.name }],
    entries: [{ kind: 'opened', by: null }],
  });
  const around = (await compliance.call(getCaseCardTimeline, { params })).body;
  expect(around.declinedAt).toBe(found.creationTime);
  const taken = await compliance.call(takeCase, { params, body: { version } });
  expect(taken.body).toMatchObject({ state: 'taken', assignee: { name: 'Ines Duarte' } });
  const late = await compliance2.call(takeCase, { params, body: { version } });
  expect([late.status, late.problem.code, late.problem.detail]).toEqual([
    409,
    'case_taken',
    'Ines Duarte has this case.',
  ]);
  const noted = await compliance.call(addCaseNote, {
    params,
    body: { version: taken.body.version, note: 'Seen twice this week' },
  });
  const karim = noted.body.colleagues.find(({ name }) => name === 'Karim Haddad')?.id ?? '';
  const handed = await compliance.call(handOverCase, {
    params,
    body: { version: noted.body.version, to: karim },
  });
  const decision = { outcome: 'referred-to-wise', severity: 'critical', note: 'Reported' } as const;
  const foreign = { ...decision, version: handed.body.version, reference: 'W-1' };
  expect((await compliance.call(decideCase, { params, body: foreign })).problem.code).toBe('case_not_yours');
  const bare = await compliance2.call(decideCase, {
    params,
    body: { ...decision, version: handed.body.version },
  });
  expect(bare.problem.fields).toMatchObject([{ path: 'body.reference' }]);
  const closed = await compliance2.call(decideCase, { params, body: foreign });
  expect(closed.body).toMatchObject({ state: 'closed', outcome: 'referred-to-wise', severity: 'critical' });
  const ofRule = async (state: 'closed' | 'taken') =>
    (await compliance.call(listCases, { query: { ruleId: rule.id, state: [state] } })).body.total;
  expect([await ofRule('closed'), await ofRule('taken')]).toEqual([1, 0]);
  const reopened = await compliance.call(reopenCase, {
    params,
    body: { version: closed.body.version, note: 'Wise asks' },
  });
  expect(reopened.body.entries.map(({ kind, text }) => [kind, text])).toEqual([
    ['opened', null],
    ['taken', null],
    ['note', 'Seen twice this week'],
    ['handed-over', null],
    ['decided', 'Wise’s reference: W-1\nReported'],
    ['reopened', 'Wise asks'],
  ]);
});

test('nobody but compliance reads, hears or finds anything of a rule, its approval or its case', async ({
  as,
  emulator,
}) => {
  const [compliance, compliance2, auditor] = await Promise.all([
    as('compliance'),
    as(approver),
    as('auditor'),
  ]);
  const others = await listenAsOthers(as);
  const own = await readEvents(compliance);
  const head = (await auditor.call(getAuditHead, {})).body;

  const reason = newReason();
  const { rule, approvalId } = await addRule(compliance, compliance2, reason);
  const found = await haveCase(compliance, emulator, reason);
  const params = { caseId: found.id };
  await compliance.call(getCase, { params });
  await compliance.call(takeCase, { params, body: { version: found.version } });
  await compliance2.call(takeCase, { params, body: { version: found.version } });
  const body = { list: 'cases', name: 'Sanctions of ours', query: `reason=${reason}` } as const;
  const { body: view } = await compliance.call(saveView, { body });
  await compliance.call(setDefaultView, { body: { list: 'cases', viewId: view.id } });
  await compliance.call(setDefaultView, { body: { list: 'cases', viewId: null } });
  const asked = { reason: [reason], exportReason: 'investigation' } as const;
  const file = await compliance.call(exportCases, { query: asked });
  const rows = file.text.trim().split('\n');
  expect([rows.length, rows[1]?.includes(reason), rows[1]?.includes('Ondina Books')]).toEqual([
    2,
    true,
    true,
  ]);
  const { body: counts } = await compliance.call(getDeskCounts, {});
  expect(counts.yours).toBeGreaterThan(0);
  expect((await compliance.call(getOverview, {})).text).toContain('"kind":"cases"');
  const traces = [
    rule.id,
    rule.name,
    approvalId,
    found.id,
    reason,
    'desk-rule',
    'cases.',
    '"cases"',
    view.id,
  ];

  await own.until(({ type }) => type === 'cases.changed');
  own.close();
  for (const { client } of others) {
    expect((await client.call(listCases, { query: {} })).problem.code).toBe('forbidden');
    expect((await client.call(getCase, { params })).problem.code).toBe('forbidden');
    expect((await client.call(getCaseCardTimeline, { params })).problem.code).toBe('forbidden');
    expect((await client.call(exportCases, { query: asked })).problem.code).toBe('forbidden');
    expect((await client.call(saveView, { body })).problem.code).toBe('forbidden');
    expect((await client.call(getDeskCounts, {})).problem.code).toBe('forbidden');
    expect((await client.call(takeCase, { params, body: { version: 1 } })).problem.code).toBe('forbidden');
    expect((await client.call(listDeskRules, {})).problem.code).toBe('forbidden');
    expect(['forbidden', 'not_found']).toContain(
      (await client.call(getApproval, { params: { approvalId } })).problem.code,
    );
  }
  await expectNothingTold(others, emulator, {
    traces,
    cardToken: found.cardToken,
    readMore: (client) => client.call(findThings, { query: { query: 'Ondina Books' } }),
  });

  const trail = await auditor.call(listAudit, { query: {} });
  expect(trail.body.actions).not.toContain('withheld');
  for (const query of [found.id, rule.id, approvalId, 'withheld', 'cases'])
    expect((await auditor.call(listAudit, { query: { query } })).body.items, query).toEqual([]);
  const after = (await auditor.call(getAuditHead, {})).body;
  expect(Number(after.sequence), 'it is in the chain all the same').toBeGreaterThanOrEqual(
    Number(head.sequence),
  );
});
