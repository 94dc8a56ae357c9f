import 'server-only';
import type { z } from 'zod';
import type { beforeFunding } from '../../../../contracts/batch-before-funding.schema.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Runtime } from '../../../runtime.ts';
import { findProfileUser } from '../../profile-user.ts';
import type { Group } from '../run/row-outcome.ts';
import { mayBeAsked, readApprovalFacts } from './approval-facts.ts';
import type { transfersOf } from './funding-row.ts';
import { readPossibleApprovers } from './possible-approvers.ts';
import { readPricesNow } from './prices-now.ts';
import { isOnlyApprover } from './require-approved.ts';

type Before = z.input<typeof beforeFunding>;

/** What stands between a group and its funding; null of one that is not at that. */
export async function readBeforeFunding(
  parts: Pick<Runtime, 'store' | 'vault' | 'wiseFacts'>,
  operator: Operator,
  group: Group,
  rows: Awaited<ReturnType<typeof transfersOf>>,
): Promise<Before | null> {
  const { db } = parts.store;
  if (!mayBeAsked(group, group.wiseStatus)) return null;
  const userId = await findProfileUser(db, group.profileId);
  if (userId === undefined) return null;
  const options = { userId, priority: 'interactive' } as const;
  const prices = await readPricesNow(parts, options, group, rows);
  if (!prices) return null;
  const { atSending, ended, now, takes } = prices;
  const facts = await readApprovalFacts(parts, db, group, takes ?? atSending);
  const { amount, approval, approvers, needed, state, why } = facts;
  return {
    takes,
    quotes: { ended, atSending, now },
    approval: {
      state,
      why,
      needed,
      amount,
      ceiling: group.ceiling,
      approvalId: approval?.id ?? null,
      approvedBy: state === 'to-ask' ? [] : approvers.map(({ name }) => name),
      people:
        state === 'not-needed' ? [] : await readPossibleApprovers(db, operator, facts, group.sourceCurrency),
      isYoursAlone: state === 'approved' && isOnlyApprover(approvers, operator.personId),
    },
  };
}
