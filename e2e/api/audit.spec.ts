import { resetPinCount, updateCardStatus } from '../../lib/contracts/cards.ts';
import { exportAudit, getAuditHead, listAudit } from '../../lib/contracts/audit.ts';
import { verifyAuditExport } from '../../lib/format/audit-chain.ts';
import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';

test('an act leaves its intent and its outcome, chained to each other', async ({ as }) => {
  const operator = await as('operator');
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  await operator.call(updateCardStatus, {
    params: path,
    body: { status: 'FROZEN', reason: 'a reason nobody else reads' },
  });
  const { body, text } = await (await as('auditor')).call(listAudit, { query: { query: path.cardToken } });
  const [outcome, intent] = body.items;
  expect(intent).toMatchObject({
    phase: 'intent',
    action: 'cards.update-status',
    outcome: null,
    details: { to: 'FROZEN' },
  });
  expect(outcome).toMatchObject({
    phase: 'outcome',
    outcome: 'succeeded',
    intentSequence: intent?.sequence,
    requestId: intent?.requestId,
    details: { from: 'ACTIVE', to: 'FROZEN' },
  });
  expect(text).not.toContain('a reason nobody else reads');
});

test('filters find rows by action, outcome, time and person', async ({ as }) => {
  const operator = await as('operator');
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  await operator.call(resetPinCount, { params: path, body: {} });
  const auditor = await as('auditor');
  const { body } = await auditor.call(listAudit, {
    query: { action: 'pin-count.reset', query: 'Leah', limit: 5 },
  });
  expect(body.items.length).toBeGreaterThan(0);
  expect(new Set(body.items.map((row) => `${row.action} ${row.actorName}`))).toEqual(
    new Set(['pin-count.reset Leah Brandt']),
  );
  const later = await auditor.call(listAudit, { query: { from: '2999-01-01T00:00:00Z' } });
  expect(later.body.items).toEqual([]);
});

test('an export is whole and verifies; a changed, missing or cut-off row is noticed', async ({ as }) => {
  const operator = await as('operator');
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  await operator.call(updateCardStatus, { params: path, body: { status: 'FROZEN' } });
  const auditor = await as('auditor');
  const { text } = await auditor.call(exportAudit, { query: { reason: 'routine' } });
  const { body: head } = await auditor.call(getAuditHead, {});
  const lines = text.trim().split('\n');
  const whole = verifyAuditExport(lines, head.publicKey);
  expect(whole.faults).toEqual([]);
  expect(whole.rows).toBeGreaterThan(2);
  expect(whole.newestHead?.sequence).toBe(head.sequence);

  const at = lines.findIndex((line) => line.includes('"to":"FROZEN"'));
  const changed = lines.with(at, (lines[at] ?? '').replace('"to":"FROZEN"', '"to":"ACTIVE"'));
  expect(verifyAuditExport(changed, head.publicKey).faults).toHaveLength(1);
  expect(verifyAuditExport(lines.toSpliced(at, 1), head.publicKey).faults.length).toBeGreaterThan(0);
  expect(verifyAuditExport(lines.slice(0, at), head.publicKey).faults.length).toBeGreaterThan(0);
});

test('only auditors read the trail', async ({ as }) => {
  for (const role of ['operator', 'compliance', 'branch_manager', 'admin'] as const) {
    for (const path of ['/api/audit', '/api/audit/head', '/api/audit/export?reason=routine']) {
      expect((await (await as(role)).send('GET', path)).status).toBe(403);
    }
  }
});
