import 'server-only';
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { severities } from '../../../catalogues/decline-desk.ts';
import type { DeskRule } from '../../../contracts/desk-rules.ts';
import { deskConditions, deskRulesReply } from '../../../contracts/desk-rules.schema.ts';
import { isPending } from '../../approvals/state.ts';
import type { Database } from '../../db/database.ts';
import { approvals } from '../../db/schema/approvals.ts';
import { deskRules } from '../../db/schema/cases.ts';
import type { Runtime } from '../../runtime.ts';

export const deskRuleResource = 'desk-rule';
/** The resource of a rule that is not there yet. */
export const newRuleResource = 'new-desk-rule';
const severity = z.enum(severities);

export type KnownRule = Omit<DeskRule, 'pendingApprovalId'>;

/** By name; those that are switched off too, unless asked otherwise. */
export async function readDeskRules(
  db: Database,
  { activeOnly = false, id }: { activeOnly?: boolean; id?: string } = {},
): Promise<KnownRule[]> {
  const rows = await db
    .select()
    .from(deskRules)
    .where(and(activeOnly ? eq(deskRules.isActive, true) : undefined, id ? eq(deskRules.id, id) : undefined))
    .orderBy(asc(deskRules.name), asc(deskRules.id));
  return rows.map((row) => ({
    ...row,
    conditions: deskConditions.parse(row.conditions),
    severity: severity.parse(row.severity),
    changedAt: row.changedAt.toISOString(),
  }));
}

export async function listDeskRules({
  store,
}: Pick<Runtime, 'store'>): Promise<z.input<typeof deskRulesReply>> {
  const [rules, waiting, [made]] = await Promise.all([
    readDeskRules(store.db),
    store.db
      .select({ id: approvals.id, ruleId: approvals.resourceId })
      .from(approvals)
      .where(and(inArray(approvals.resourceType, [deskRuleResource]), isPending)),
    store.db
      .select({ count: count() })
      .from(approvals)
      .where(and(eq(approvals.resourceType, newRuleResource), isPending)),
  ]);
  const approvalOf = new Map(waiting.map(({ id, ruleId }) => [ruleId, id]));
  return {
    items: rules.map((rule) => ({ ...rule, pendingApprovalId: approvalOf.get(rule.id) ?? null })),
    pendingNew: made?.count ?? 0,
    asOf: new Date().toISOString(),
  };
}
