import 'server-only';
import { and, gt, lte, type SQL, sql } from 'drizzle-orm';
import { severities } from '../../../catalogues/decline-desk.ts';
import { caseEntries, caseTransactions, declineCases } from '../../db/schema/cases.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { publishEvent } from '../../events/event-hub.ts';
import type { Runtime } from '../../runtime.ts';
import { moveMark, readMark, withOverlap } from '../archive-marks.ts';
import { isSoft } from '../card-transactions/archive/second-try.ts';
import type { DeclinedPayment } from '../desk-rules/meets-rule.ts';
import { readDeclines } from '../desk-rules/read-declines.ts';
import { type KnownRule, readDeskRules } from '../desk-rules/read-rules.ts';
import { findMeeting, findRelated } from '../desk-rules/repetition.ts';

const markName = 'declines';
const hourMs = 60 * 60 * 1000;

type Parts = Pick<Runtime, 'store'>;

/**
 * Opens a case for each declined payment that meets a rule, of all that changed since the last run. May run twice at once,
 * and again over the same payments: each has one case. The first run ever begins with what changes from then on.
 * @returns how many it opened
 */
export async function openCases(parts: Parts): Promise<number> {
  const { db } = parts.store;
  const { from, now } = await readMark(db, markName);
  const rules = await readDeskRules(db, { activeOnly: true });
  let opened = 0;
  if (rules.length > 0)
    for await (const page of readDeclines(db, changedBetween(from ?? withOverlap(now), now)))
      opened += await openForPage(parts, rules, page);
  await moveMark(db, markName, now);
  return opened;
}

/** A soft decline is due an hour later: until then it may still go through. Those that have a case are left out. */
function changedBetween(from: Date, now: Date): SQL | undefined {
  const { changedAt, createdAt, profileId, transactionId } = cardTransactions;
  const dueAt = sql`case when ${isSoft}
    then greatest(${changedAt}, least(${createdAt}, ${changedAt}) + interval '1 hour') else ${changedAt} end`;
  return and(
    // For the index: nothing is due later than an hour after its change.
    gt(changedAt, new Date(from.getTime() - hourMs)),
    lte(changedAt, now),
    sql`${dueAt} > ${from.toISOString()}::timestamptz`,
    sql`${dueAt} <= ${now.toISOString()}::timestamptz`,
    sql`not exists (select 1 from decline_cases known
      where known.transaction_id = ${transactionId} and known.profile_id = ${profileId})`,
  );
}

async function openForPage(
  parts: Parts,
  rules: readonly KnownRule[],
  page: readonly DeclinedPayment[],
): Promise<number> {
  const metBy = new Map<DeclinedPayment, KnownRule[]>();
  for (const rule of rules)
    for (const payment of await findMeeting(parts.store.db, rule.conditions, page))
      metBy.set(payment, [...(metBy.get(payment) ?? []), rule]);
  let opened = 0;
  for (const [payment, met] of metBy) opened += Number(await openCase(parts, payment, met));
  return opened;
}

/** @returns false where it has a case already */
async function openCase(
  { store }: Parts,
  payment: DeclinedPayment,
  met: readonly KnownRule[],
): Promise<boolean> {
  const severity = severities.findLast((one) => met.some((rule) => rule.severity === one)) ?? 'low';
  const dueHours = Math.min(...met.map((rule) => rule.dueHours));
  return store.db.transaction(async (tx) => {
    const [made] = await tx
      .insert(declineCases)
      .values({
        profileId: payment.profileId,
        transactionId: payment.transactionId,
        transactionCreatedAt: payment.createdAt,
        cardToken: payment.cardToken,
        rules: met.map(({ id, name, version }) => ({ id, name, version })),
        severity,
        needsSecondReader: met.some((rule) => rule.needsSecondReader),
        dueAt: sql`now() + ${dueHours} * interval '1 hour'`,
      })
      .onConflictDoNothing()
      .returning({ caseId: declineCases.id });
    if (!made) return false;
    const related = await Promise.all(met.map(({ conditions }) => findRelated(tx, conditions, payment)));
    const rows = related.flat().map((one) => ({ ...made, ...one }));
    if (rows.length > 0) await tx.insert(caseTransactions).values(rows).onConflictDoNothing();
    await tx.insert(caseEntries).values({ ...made, kind: 'opened', details: { severity } });
    await publishEvent(tx, { type: 'cases.changed' });
    return true;
  });
}
