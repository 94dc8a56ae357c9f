import 'server-only';
import { startApproved } from '../../services/batch-groups/run/start-approved.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideByFlag } from '../limits.ts';
import { type BatchRowsContent, batchRowsContent } from './batch-rows.ts';

/** The same as of rows that are to be sent, of a group that is closed at Wise: what is left to allow is its funding. */
export const batchFundingKind: ApprovalKind<BatchRowsContent> = {
  kind: 'batch-group.funding',
  content: batchRowsContent,
  mayDecide: mayDecideByFlag,
  async afterApproval(parts, content) {
    await startApproved(parts, content, 'batch-group.funding');
    return {};
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
