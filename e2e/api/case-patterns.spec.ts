import { listAudit } from '../../lib/contracts/audit.ts';
import { closeManyCases, findShared, mergeCases } from '../../lib/contracts/case-patterns.ts';
import {
  findNearby,
  getCase,
  linkTransactions,
  takeCase,
  unlinkTransaction,
} from '../../lib/contracts/cases.ts';
import { expect, test } from '../fixtures.ts';
import { addRule, approver, haveCase, newReason } from '../support/desk.ts';

const decision = { outcome: 'no-action', note: 'One pattern' } as const;

test('marked cases are compared, merged and closed alike, each by itself, and nobody else learns of it', async ({
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
  const merchant = `Shop ${reason.slice(-8)}`;
  const first = await haveCase(compliance, emulator, reason, { merchant });
  const second = await haveCase(compliance, emulator, reason, { merchant });
  const third = await haveCase(compliance, emulator, reason, { merchant });
  const caseIds = [first, second, third].map(({ id }) => id);

  const shared = await compliance.call(findShared, { body: { caseIds, timeZone: 'Europe/London' } });
  expect(shared.body).toMatchObject({ cases: 3, transactions: 3 });
  expect(shared.body.items[0]).toMatchObject({
    kind: 'merchant',
    label: merchant,
    cards: 3,
    cardsWithinDay: 3,
  });
  expect(shared.body.items[0]?.caseIds.sort()).toEqual(caseIds.toSorted());
  const alone = await compliance.call(findShared, { body: { caseIds: [first.id], timeZone: 'UTC' } });
  expect(alone.problem.fields).toMatchObject([{ path: 'body.caseIds' }]);

  const nearby = await compliance.call(findNearby, { params: { caseId: first.id } });
  expect(nearby.body.ofShop.map(({ id }) => id).sort()).toEqual(
    [second.transactionId, third.transactionId].sort(),
  );
  const one = { profileId: third.profileId, transactionId: third.transactionId };
  const linked = await compliance.call(linkTransactions, {
    params: { caseId: first.id },
    body: { version: first.version, transactions: [one] },
  });
  expect(linked.body.related.map(({ id }) => id)).toEqual([third.transactionId]);
  const stale = await compliance.call(unlinkTransaction, {
    params: { caseId: first.id },
    body: { ...one, version: first.version },
  });
  expect([stale.status, stale.problem.code]).toEqual([409, 'conflict']);
  const seen = [{ caseId: second.id, version: second.version }];
  const into = { params: { caseId: first.id }, body: { version: linked.body.version, cases: seen } };
  expect((await operator.call(mergeCases, into)).problem.code).toBe('forbidden');
  const merged = await compliance.call(mergeCases, into);
  expect(merged.body).toMatchObject({ state: 'taken', assignee: { name: 'Ines Duarte' } });
  const gone = (await compliance.call(getCase, { params: { caseId: second.id } })).body;
  expect(gone).toMatchObject({ state: 'merged', mergedInto: first.id });

  const foreign = await haveCase(compliance, emulator, reason, { merchant });
  await compliance2.call(takeCase, { params: { caseId: foreign.id }, body: { version: foreign.version } });
  const closed = await compliance.call(closeManyCases, {
    body: {
      ...decision,
      cases: [
        { caseId: first.id, version: merged.body.version },
        { caseId: second.id, version: gone.version },
        { caseId: third.id, version: third.version },
        { caseId: foreign.id, version: foreign.version + 1 },
      ],
    },
  });
  expect(closed.body.results).toMatchObject([
    { caseId: first.id, state: 'closed', code: null },
    { caseId: second.id, state: null, code: 'case_merged' },
    { caseId: third.id, state: 'closed', code: null },
    { caseId: foreign.id, state: null, code: 'case_not_yours', detail: 'Karim Haddad has it.' },
  ]);
  const taken = (await compliance.call(getCase, { params: { caseId: third.id } })).body;
  expect(taken.entries.map(({ kind }) => kind)).toEqual(['opened', 'taken', 'decided']);

  const trail = await auditor.call(listAudit, { query: { limit: 200 } });
  for (const trace of [...caseIds, foreign.id, reason, 'cases.']) expect(trail.text).not.toContain(trace);
  expect(trail.body.actions).not.toContain('withheld');
});
