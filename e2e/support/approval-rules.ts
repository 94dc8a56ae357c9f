import { expect } from '@playwright/test';
import type { ApprovalRule } from '../../lib/catalogues/approval-rules.ts';
import { getApprovalRules, updateApprovalRules } from '../../lib/contracts/approval-rules.ts';
import { approve } from '../../lib/contracts/approvals.ts';
import type { ConsoleClient } from './console-client.ts';

export const approvalRulesOf = async (admin: ConsoleClient): Promise<ApprovalRule[]> =>
  (await admin.call(getApprovalRules, {})).body.rules;

/** One administrator asks, the other agrees: from then on these rules hold, and no others. */
export async function changeRules(
  admin: ConsoleClient,
  other: ConsoleClient,
  rules: readonly ApprovalRule[],
): Promise<void> {
  const { version } = (await admin.call(getApprovalRules, {})).body;
  const asked = await admin.call(updateApprovalRules, {
    body: {
      version,
      rules: rules.map(({ above, approvers, currency }) => ({
        above,
        approvers: approvers === 2 ? (2 as const) : (1 as const),
        currency,
      })),
    },
  });
  const agreed = await other.call(approve, { params: { approvalId: asked.body.approvalId }, body: {} });
  expect(agreed.status).toBe(200);
}
