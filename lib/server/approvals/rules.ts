import 'server-only';
import Big from 'big.js';
import { and, asc, eq, ne, or, sql } from 'drizzle-orm';
import { type ApprovalRule, rulesOf } from '../../catalogues/approval-rules.ts';
import type { Database } from '../db/database.ts';
import { approvalDayAmounts, approvalRules } from '../db/schema/approvals.ts';
import { AppError } from '../http/app-error.ts';
import { digestOf } from './content.ts';
import type { Resource } from './request.ts';

/** What somebody submits: it counts on the day it was last submitted. */
export interface Submitted {
  resource: Resource;
  profileId: string;
  makerId: string;
  currency: string;
  /** Decimal text, above 0. */
  amount: string;
}

export async function readApprovalRules(db: Database): Promise<ApprovalRule[]> {
  return db.select().from(approvalRules).orderBy(asc(approvalRules.currency), asc(approvalRules.above));
}

/** Stands for the rules as they were read, so that nobody overwrites what they did not see. */
export const versionOfRules = (rules: readonly ApprovalRule[]): string =>
  digestOf('approval-rules', { type: 'approval-rules', id: 'all' }, rules);

/** @throws AppError conflict where they are no longer as they were read */
export async function replaceApprovalRules(
  tx: Database,
  version: string,
  rules: readonly ApprovalRule[],
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('approval rules', 0))`);
  if (versionOfRules(await readApprovalRules(tx)) !== version) throw new AppError('conflict');
  await tx.delete(approvalRules);
  if (rules.length > 0) await tx.insert(approvalRules).values([...rules]);
}

/** UTC */
const today = () => new Date().toISOString().slice(0, 10);

/**
 * Writes down what is submitted, again each time it is: its amount then counts anew, on that day. Others of the same person
 * wait until the transaction ends, so that of two submitted at once the second sees the first: record first, then ask
 * `approversNeeded` in the same transaction.
 */
export async function recordForDay(tx: Database, submitted: Submitted): Promise<void> {
  const { amount, currency, makerId, profileId, resource } = submitted;
  const day = today();
  const whose = `approvals of the day ${profileId} ${makerId} ${currency}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${whose}, 0))`);
  const values = { profileId, makerId, currency, day, amount };
  await tx
    .insert(approvalDayAmounts)
    .values({ resourceType: resource.type, resourceId: resource.id, ...values })
    .onConflictDoUpdate({
      target: [approvalDayAmounts.resourceType, approvalDayAmounts.resourceId],
      set: values,
    });
}

/**
 * How many people must approve, by the sum of everything that the same person submits from the same profile in the same
 * currency on this UTC day, this one counted once and with the amount given here.
 * @returns `total`, the sum of the day, as decimal text: what approvers' limits are held against
 */
export async function approversNeeded(
  db: Database,
  { amount, currency, makerId, profileId, resource }: Submitted,
): Promise<{ needed: 0 | 1 | 2; total: string }> {
  const [rules, others] = await Promise.all([
    readApprovalRules(db),
    db
      .select({ amount: approvalDayAmounts.amount })
      .from(approvalDayAmounts)
      .where(
        and(
          eq(approvalDayAmounts.profileId, profileId),
          eq(approvalDayAmounts.makerId, makerId),
          eq(approvalDayAmounts.currency, currency),
          eq(approvalDayAmounts.day, today()),
          or(
            ne(approvalDayAmounts.resourceType, resource.type),
            ne(approvalDayAmounts.resourceId, resource.id),
          ),
        ),
      ),
  ]);
  const total = others.reduce((sum, other) => sum.plus(other.amount), new Big(amount));
  return { needed: approversFor(rules, currency, total.toFixed()), total: total.toFixed() };
}

/** The highest line that the sum is above. */
export function approversFor(rules: readonly ApprovalRule[], currency: string, total: string): 0 | 1 | 2 {
  const wanted = rulesOf(rules, currency)
    .filter(({ above }) => new Big(total).gt(above))
    .map(({ approvers }) => approvers);
  const most = Math.max(0, ...wanted);
  return most >= 2 ? 2 : most === 1 ? 1 : 0;
}
