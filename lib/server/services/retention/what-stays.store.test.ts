import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, like, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reader } from '../../auth/operator.ts';
import { decideApproval } from '../../approvals/decide.ts';
import { auditRows, auditTexts } from '../../db/schema/audit.ts';
import { caseEntries, caseTransactions, declineCases } from '../../db/schema/cases.ts';
import { evidencePackages } from '../../db/schema/evidence.ts';
import { legalHolds } from '../../db/schema/retention.ts';
import { transactionExportChanges, transactionExports } from '../../db/schema/transaction-exports.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { listArchivedTransactions } from '../card-transactions/search/list.ts';
import { requestLift } from '../legal-holds/lift-legal-hold.ts';
import { readExport } from '../card-transactions/exports/list-exports.ts';
import { readNumbers } from '../transaction-numbers/read-numbers.ts';
import { readRetention } from './read-retention.ts';
import { daysAgo, openRetentionDesk, type RetentionDesk } from './test-support/retention-desk.ts';

const profileId = '7';
const operator: Reader = { role: 'operator', flags: [], personId: '00000000-0000-4000-8000-000000000001' };
const compliance: Reader = {
  role: 'compliance',
  flags: [],
  personId: '00000000-0000-4000-8000-000000000002',
};

describe('what stays past its time', () => {
  let desk: RetentionDesk;
  const db = () => desk.test.store.db;
  beforeAll(async () => {
    desk = await openRetentionDesk();
  });
  afterAll(() => desk.test.drop());
  beforeEach(() => desk.empty());
  const search = (reader: Reader) =>
    listArchivedTransactions({ store: desk.test.store, env: { reportingCurrency: 'GBP' } }, reader, 'all', {
      sort: 'id',
      limit: 50,
    });

  it('keeps what a case needs, its own payment and the linked ones, until the case itself has gone', async () => {
    const createdAt = daysAgo(400).toISOString();
    const shown = await desk.openOne({ createdAt });
    await desk.keepAll({ id: '11', createdAt }, { id: '12', createdAt });
    await db()
      .insert(caseTransactions)
      .values({ caseId: shown.id, profileId, transactionId: '11', createdAt: new Date(createdAt) });
    await desk.keepFor('card-transactions', 180);
    await desk.run();
    expect(await desk.idsIn(cardTransactions)).toEqual(['11', shown.transactionId].sort());
    await db()
      .update(declineCases)
      .set({ closedAt: daysAgo(200) });
    await desk.keepFor('closed-cases', 180);
    await desk.runAgain();
    expect(await db().select().from(declineCases)).toEqual([]);
    expect(await db().select().from(caseEntries)).toEqual([]);
    expect(await desk.idsIn(cardTransactions)).toEqual([]);
    await desk.expectCountsTrue();
  });

  it('a closed case goes with those merged into it, stays under a legal hold, and evidence of it keeps its digest', async () => {
    const open = () => desk.openOne({ createdAt: daysAgo(400).toISOString() });
    const [target, source, held, young] = [await open(), await open(), await open(), await open()];
    const closed = (id: string, days: number, mergedInto: string | null = null) =>
      db()
        .update(declineCases)
        .set({ closedAt: daysAgo(days), mergedInto })
        .where(eq(declineCases.id, id));
    await closed(target.id, 300);
    await closed(source.id, 310, target.id);
    await closed(held.id, 300);
    await closed(young.id, 100);
    const person = await desk.as('ines');
    const evidence = { personId: person.personId, size: 1, keyId: 'k', contentSealed: 'sealed' };
    await db()
      .insert(evidencePackages)
      .values({ ...evidence, id: randomUUID(), madeAt: daysAgo(300), caseId: target.id, sha256: 'digest' });
    await db()
      .insert(legalHolds)
      .values({ profileId, cardToken: held.cardToken, reasonSealed: 'x', placedBy: person.personId });
    await desk.keepFor('closed-cases', 180);
    await desk.run();
    const left = await db().select({ id: declineCases.id }).from(declineCases);
    expect(left.map(({ id }) => id).sort()).toEqual([held.id, young.id].sort());
    expect(await db().select().from(evidencePackages)).toMatchObject([{ caseId: null, sha256: 'digest' }]);
  });

  it('what a legal hold keeps is told to nobody but compliance, and goes once a second person has lifted it', async () => {
    const createdAt = daysAgo(400).toISOString();
    await desk.keepAll({ id: '21', createdAt, profileId: '8' }, { id: '22', createdAt }, { id: '23' });
    const holdId = await desk.hold({ profileId: '8' });
    const before = (await search(operator)).total;
    await desk.keepFor('card-transactions', 180);
    const seen = async (reader: Reader) => (await search(reader)).items.map(({ id }) => id).sort();
    expect(before).toBe(3);
    expect(await seen(operator), 'as soon as it has passed its time').toEqual(['23']);
    await desk.run();
    expect(await seen(operator)).toEqual(['23']);
    expect(await seen(compliance)).toEqual(['21', '23']);
    const day = createdAt.slice(0, 10);
    const numbers = (reader: Reader) =>
      readNumbers(desk.test, reader, { from: day, until: day, timeZone: 'UTC', programme: undefined });
    const told = await numbers(operator);
    expect(told.now.approved).toBe(0);
    expect(Date.parse(told.keptFrom ?? ''), 'kept since').toBeGreaterThan(daysAgo(181).getTime());
    expect((await numbers(compliance)).now.approved).toBe(1);

    await desk.keepFor('card-transactions', 3000);
    expect(await seen(operator), 'nor once things are kept longer again').toEqual(['23']);

    const approvalId = await requestLift(desk.parts, await desk.as('ines'), holdId, 'The court is done.');
    await expect(requestLift(desk.parts, await desk.as('karim'), holdId, 'Twice.')).rejects.toMatchObject({
      code: 'conflict',
    });
    const decision = { decision: 'approved' } as const;
    await expect(
      decideApproval(desk.parts, await desk.as('ines'), approvalId, decision, () => undefined),
    ).rejects.toMatchObject({ code: 'second_person_required' });
    await decideApproval(desk.parts, await desk.as('karim'), approvalId, decision, () => undefined);
    await desk.runAgain();
    expect(await seen(compliance)).toEqual(['23']);
  });

  it('what an export tells otherwise is counted while it is kept, and for as long as its reader is told of it', async () => {
    const createdAt = daysAgo(400);
    await desk.keepAll(
      { id: '31', createdAt: createdAt.toISOString(), profileId: '8' },
      { id: '32', createdAt: createdAt.toISOString() },
    );
    await desk.hold({ profileId: '8' });
    const auditor: Reader = { role: 'auditor', flags: [], personId: operator.personId };
    const { personId } = await desk.as('ines');
    const [{ id: exportId } = { id: '' }] = await db()
      .insert(transactionExports)
      .values({ personId, toldEveryReason: false, filter: '{"isSearch":false}' })
      .returning({ id: transactionExports.id });
    await db()
      .insert(transactionExportChanges)
      .values(
        ['31', '32'].map((transactionId) => ({
          exportId,
          profileId: transactionId === '31' ? '8' : profileId,
          transactionId,
          createdAt,
          told: '{}',
        })),
      );
    const counted = async (reader: Reader) => (await readExport(desk.test, reader, exportId)).changedSince;
    expect([await counted(auditor), await counted(compliance)]).toEqual([2, 2]);
    await desk.keepFor('card-transactions', 180);
    expect([await counted(auditor), await counted(compliance)]).toEqual([0, 2]);
    await desk.run();
    expect([await counted(auditor), await counted(compliance)]).toEqual([0, 1]);
  });

  it('the trail says up to when, and seals how many; of what stays administrators are told no number', async () => {
    const createdAt = daysAgo(400).toISOString();
    await desk.hold({ profileId: '8' });
    await desk.keepAll({ id: '41', createdAt, profileId: '8' }, { id: '42', createdAt });
    await desk.keepFor('card-transactions', 180);
    const cutoffs = sql`${auditRows.details} -> 'deletedBefore' ->> 'card-transactions'`;
    const tell = async (reader: Reader) =>
      (await readRetention(desk.parts, reader)).items.find((one) => one.class === 'card-transactions');
    expect(await tell(operator)).toMatchObject({ nextRun: { passes: 2 }, lastRun: null });
    await desk.run();
    const [row] = await db()
      .select({ details: auditRows.details, cutoff: cutoffs })
      .from(auditRows)
      .where(eq(auditRows.action, 'retention.run'))
      .orderBy(sql`${auditRows.sequence} desc`)
      .limit(1);
    expect(String(row?.cutoff)).toBe(
      new Date(Math.floor(daysAgo(180).getTime() / 86_400_000) * 86_400_000).toISOString(),
    );
    expect(JSON.stringify(row?.details)).not.toMatch(/":\d/);
    const sealed = await db()
      .select()
      .from(auditTexts)
      .where(and(eq(auditTexts.name, 'act'), isNotNull(auditTexts.sealed)));
    const [last] = sealed.toSorted((a, b) => Number(b.sequence - a.sequence));
    const opened = await desk.parts.texts.read(last?.subjectId ?? '', 'act', [last?.sequence ?? 0n]);
    expect(JSON.parse([...opened.values()][0] ?? '')).toMatchObject({
      action: 'retention.delete',
      details: { deleted: { 'card-transactions': 1 } },
    });
    expect(await tell(operator)).toMatchObject({
      nextRun: { passes: 0 },
      lastRun: { passed: 2, deleted: null },
    });
    expect(await tell(compliance)).toMatchObject({ lastRun: { passed: 2, deleted: 1 } });
    const [desks] = (await readRetention(desk.parts, operator)).items.filter(
      (one) => one.class === 'closed-cases',
    );
    expect(desks).toMatchObject({ nextRun: { passes: null }, lastRun: { passed: null, deleted: null } });
    expect(await db().select().from(auditRows).where(like(auditRows.action, 'legal-holds%'))).toEqual([]);
  });
});
