import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ApprovalRule } from '../../catalogues/approval-rules.ts';
import type { approvalRulesBody } from '../../contracts/approval-rules.schema.ts';
import type { ApprovalRules } from '../../contracts/approval-rules.ts';
import { countOf } from '../../format/counts.ts';
import { formatMoney } from '../../format/money.ts';
import type { Operator } from '../auth/operator.ts';
import { approvals } from '../db/schema/approvals.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { approvalRulesChange } from './kinds/approval-rules-change.ts';
import { requestApproval } from './request.ts';
import { readApprovalRules, versionOfRules } from './rules.ts';
import { isPending } from './state.ts';

const resource = { type: 'approval-rules', id: 'all' };

export async function readRules({ store }: Pick<Runtime, 'store'>): Promise<ApprovalRules> {
  const [rules, [waiting]] = await Promise.all([
    readApprovalRules(store.db),
    store.db
      .select({ id: approvals.id })
      .from(approvals)
      .where(and(eq(approvals.kind, approvalRulesChange.kind), isPending)),
  ]);
  return {
    rules,
    version: versionOfRules(rules),
    pendingApprovalId: waiting?.id ?? null,
    asOf: new Date().toISOString(),
  };
}

/**
 * Asks another administrator; not even the first of an installation changes a rule alone, the defaults hold until then.
 * @returns the approval's id
 * @throws AppError conflict where the rules are no longer as they were read, a change waits, or nothing would change
 */
export async function requestRulesChange(
  parts: Pick<Runtime, 'store' | 'vault'>,
  operator: Operator,
  wanted: z.output<typeof approvalRulesBody>,
): Promise<string> {
  return parts.store.db.transaction(async (tx) => {
    const before = await readApprovalRules(tx);
    if (versionOfRules(before) !== wanted.version) throw new AppError('conflict');
    const lines = describeChange(before, wanted.rules);
    if (lines.length === 0) throw new AppError('conflict', { detail: 'These rules hold already.' });
    const { approvalId } = await requestApproval(parts, tx, approvalRulesChange, {
      operator,
      content: wanted,
      subject: currenciesOf(before, wanted.rules).join(', '),
      lines,
      resource,
      alone: 'of-resource',
    });
    return approvalId;
  });
}

const linesOf = (rules: readonly ApprovalRule[], currency: string): string =>
  rules
    .filter((rule) => rule.currency === currency)
    .toSorted((a, b) => a.approvers - b.approvers)
    .map(({ above, approvers }) => `above ${formatMoney(above, currency)} ${countOf(approvers, 'approver')}`)
    .join(', ') || 'the default';

function currenciesOf(before: readonly ApprovalRule[], after: readonly ApprovalRule[]): string[] {
  const all = [...new Set([...before, ...after].map(({ currency }) => currency))].toSorted();
  return all.filter((currency) => linesOf(before, currency) !== linesOf(after, currency));
}

const describeChange = (before: readonly ApprovalRule[], after: readonly ApprovalRule[]): string[] =>
  currenciesOf(before, after).map(
    (currency) => `${currency}: ${linesOf(before, currency)} → ${linesOf(after, currency)}.`,
  );
