import { listAudit } from '../../lib/contracts/audit.ts';
import { getCard } from '../../lib/contracts/cards.ts';
import { agreeToCase, decideCase, disagreeWithCase, getCase, takeCase } from '../../lib/contracts/cases.ts';
import { expect, test } from '../fixtures.ts';
import { addRule, approver, haveCase, newReason } from '../support/desk.ts';
import { dayIn, holdCard, notYours } from '../support/holds.ts';

const decision = { outcome: 'no-action', severity: 'low', note: 'A known shop' } as const;

test('a case of a rule with a second reader is closed by two people, and by nobody alone', async ({
  as,
  emulator,
}) => {
  const [compliance, compliance2] = await Promise.all([as('compliance'), as(approver)]);
  const reason = newReason();
  await addRule(compliance, compliance2, reason, { needsSecondReader: true });
  const found = await haveCase(compliance, emulator, reason);
  const params = { caseId: found.id };
  const taken = await compliance.call(takeCase, { params, body: { version: found.version } });
  const decided = await compliance.call(decideCase, {
    params,
    body: { ...decision, version: taken.body.version },
  });
  expect(decided.body).toMatchObject({ state: 'second-reader', outcome: 'no-action', closedAt: null });
  const { version } = decided.body;
  const alone = await compliance.call(agreeToCase, { params, body: { version } });
  expect([alone.status, alone.problem.code]).toEqual([409, 'second_person_required']);
  const mute = await compliance2.call(disagreeWithCase, { params, body: { version, note: ' ' } });
  expect(mute.problem.fields).toMatchObject([{ path: 'body.note' }]);
  const again = await compliance2.call(disagreeWithCase, { params, body: { version, note: 'Ask the shop' } });
  expect(again.body).toMatchObject({ state: 'taken', outcome: null, assignee: { name: 'Ines Duarte' } });
  const twice = await compliance.call(decideCase, {
    params,
    body: { ...decision, version: again.body.version },
  });
  const closed = await compliance2.call(agreeToCase, { params, body: { version: twice.body.version } });
  expect(closed.body).toMatchObject({ state: 'closed', outcome: 'no-action' });
  const operator = await as('operator');
  expect((await operator.call(agreeToCase, { params, body: { version } })).problem.code).toBe('forbidden');
});

test('a hold of compliance is told by its case, and to others reads as any hold does', async ({
  as,
  emulator,
}) => {
  const [compliance, compliance2, operator, auditor] = await Promise.all([
    as('compliance'),
    as(approver),
    as('operator'),
    as('auditor'),
  ]);
  const reason = newReason();
  await addRule(compliance, compliance2, reason);
  const { cardToken, id: caseId, profileId } = await haveCase(compliance, emulator, reason);
  const params = { profileId, cardToken };
  const reviewOn = dayIn(5);
  await holdCard(compliance, params, { reason: 'Third card at this shop', reviewOn });
  const shown = (await compliance2.call(getCase, { params: { caseId } })).body;
  expect(shown.card).toEqual({
    status: 'FROZEN',
    hold: { heldBy: 'Ines Duarte', reviewOn, isOfThisCase: true },
  });
  expect(shown.entries.at(-1)).toMatchObject({
    kind: 'held',
    by: 'Ines Duarte',
    followUpOn: reviewOn,
    text: 'Third card at this shop',
  });
  const seen = await operator.call(getCard, { params });
  expect(seen.body.hold).toEqual(notYours);
  const trail = await auditor.call(listAudit, { query: { query: cardToken, limit: 200 } });
  for (const trace of [caseId, reason, 'Third card']) expect(seen.text + trail.text).not.toContain(trace);
});
