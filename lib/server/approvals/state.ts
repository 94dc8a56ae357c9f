import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type ApprovalState, approvalStates } from '../../catalogues/approval-kinds.ts';
import { approvals } from '../db/schema/approvals.ts';
import type { ApprovalRow } from './kind.ts';

const stateSchema = z.enum(approvalStates);

/** What ran out is over from that moment on, whenever the job comes to it. */
export function stateOf({ expiresAt, state }: Pick<ApprovalRow, 'state' | 'expiresAt'>): ApprovalState {
  const known = stateSchema.parse(state);
  return known === 'pending' && expiresAt.getTime() <= Date.now() ? 'expired' : known;
}

export const isPending = and(eq(approvals.state, 'pending'), gt(approvals.expiresAt, sql`now()`));
