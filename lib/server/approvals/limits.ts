import 'server-only';
import Big from 'big.js';
import { can } from '../../catalogues/console-permissions.ts';
import type { Operator } from '../auth/operator.ts';
import type { ApprovalRow } from './kind.ts';

/** True without an amount, and where the person's limit in that currency is not below it. */
export function isWithinLimit(
  { approvalLimits }: Pick<Operator, 'approvalLimits'>,
  { amount, currency }: Pick<ApprovalRow, 'amount' | 'currency'>,
): boolean {
  if (amount === null) return true;
  const limit = approvalLimits.find((one) => one.currency === currency);
  return limit !== undefined && new Big(limit.amount).gte(amount);
}

/** Of cards and of money: the personal flag, and a limit that reaches. What compliance asks, only compliance decides. */
export function mayDecideByFlag(
  operator: Operator,
  row: Pick<ApprovalRow, 'audience' | 'amount' | 'currency'>,
): boolean {
  if (!can(operator, 'approvals.decide') || !operator.flags.includes('approve')) return false;
  const isSameSide = (row.audience === 'compliance') === (operator.role === 'compliance');
  return isSameSide && isWithinLimit(operator, row);
}

/** Of staff and rules: any other administrator. */
export const mayDecideAsAdministrator = ({ role }: Operator): boolean => role === 'admin';
