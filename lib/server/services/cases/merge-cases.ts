import 'server-only';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { severities } from '../../../catalogues/decline-desk.ts';
import type { CaseDetail } from '../../../contracts/cases.ts';
import type { mergeCasesBody } from '../../../contracts/case-patterns.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { caseEntries, caseMentions, caseTransactions, declineCases } from '../../db/schema/cases.ts';
import { AppError } from '../../http/app-error.ts';
import { type CaseParts, moveCase, readAssignee, requireOpen } from './move-case.ts';
import { type CaseRow, rulesOf } from './to-case.ts';

type Source = z.output<typeof mergeCasesBody>['cases'][number];

/**
 * Other cases go on in this one: their transactions become its own, what was written in them is read in it. They stay as
 * they were, and nothing is done in them any more. Cases that other people have are left to them.
 * @throws AppError not_found, case_taken, case_closed, case_merged, case_with_reader, conflict
 */
export const mergeCases = (
  parts: CaseParts,
  operator: Operator,
  caseId: string,
  { cases, version }: z.output<typeof mergeCasesBody>,
): Promise<CaseDetail> =>
  moveCase(parts, operator, {
    caseId,
    version,
    async plan({ row, assignee }, tx) {
      requireMine(operator, { row, assignee });
      const sources = await lockSources(tx, operator, row, cases);
      for (const source of sources) await goOnIn(tx, operator, row, source);
      const all = [row, ...sources];
      return {
        kind: 'merged',
        details: { merged: sources.map(({ id }) => id) },
        set: {
          assigneeId: operator.personId,
          severity: severities.findLast((one) => all.some(({ severity }) => severity === one)) ?? 'low',
          dueAt: new Date(Math.min(...all.map(({ dueAt }) => dueAt.getTime()))),
          needsSecondReader: all.some(({ needsSecondReader }) => needsSecondReader),
          rules: joinRules(all),
        },
      };
    },
  });

function requireMine(operator: Operator, locked: Parameters<typeof requireOpen>[0]): void {
  requireOpen(locked);
  const { assignee, row } = locked;
  if (row.assigneeId !== operator.personId && assignee?.isOfDesk)
    throw new AppError('case_taken', { detail: `${assignee.name} has one of these cases.` });
}

/** In one order, so that two who merge the same cases at once wait for each other. */
async function lockSources(
  tx: Database,
  operator: Operator,
  { id: targetId }: CaseRow,
  wanted: readonly Source[],
): Promise<CaseRow[]> {
  const versionOf = new Map(wanted.map(({ caseId, version }) => [caseId, version]));
  versionOf.delete(targetId);
  const rows = await tx
    .select()
    .from(declineCases)
    .where(inArray(declineCases.id, [...versionOf.keys()]))
    .orderBy(asc(declineCases.id))
    .for('update');
  if (rows.length === 0 || rows.length < versionOf.size) throw new AppError('not_found');
  for (const row of rows) {
    requireMine(operator, { row, assignee: await readAssignee(tx, row) });
    if (row.version !== versionOf.get(row.id)) throw new AppError('conflict');
  }
  return rows;
}

async function goOnIn(tx: Database, operator: Operator, target: CaseRow, source: CaseRow): Promise<void> {
  const { personId } = operator;
  const linked = await tx.delete(caseTransactions).where(eq(caseTransactions.caseId, source.id)).returning();
  const own = {
    profileId: source.profileId,
    transactionId: source.transactionId,
    createdAt: source.transactionCreatedAt,
    linkedBy: personId,
  };
  const moved = [own, ...linked]
    .filter((one) => one.transactionId !== target.transactionId || one.profileId !== target.profileId)
    .map((one) => ({ ...one, caseId: target.id }));
  await tx.insert(caseTransactions).values(moved).onConflictDoNothing();
  const called = await tx.delete(caseMentions).where(eq(caseMentions.caseId, source.id)).returning();
  if (called.length > 0)
    await tx
      .insert(caseMentions)
      .values(called.map((one) => ({ ...one, caseId: target.id })))
      .onConflictDoNothing();
  // What went on in the other before goes on here as well.
  await tx.update(declineCases).set({ mergedInto: target.id }).where(eq(declineCases.mergedInto, source.id));
  await tx
    .update(declineCases)
    .set({ mergedInto: target.id, closedAt: new Date(), version: sql`${declineCases.version} + 1` })
    .where(eq(declineCases.id, source.id));
  await tx
    .insert(caseEntries)
    .values({ caseId: source.id, personId, kind: 'merged', details: { into: target.id } });
}

function joinRules(rows: readonly CaseRow[]) {
  const byId = new Map(rows.flatMap(rulesOf).map((rule) => [rule.id, rule]));
  return [...byId.values()];
}
