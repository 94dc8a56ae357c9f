import 'server-only';
import { z } from 'zod';
import { batchJob } from '../../jobs/names.ts';
import { startApproved } from '../../services/batch-groups/run/start-approved.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideByFlag } from '../limits.ts';

/** Which payments, each by the digest of its payee, fixed amount, currency and reference, and what they may take at most. */
export const batchRowsContent = z.object({
  groupId: z.uuid(),
  profileId: z.string(),
  sourceCurrency: z.string(),
  /** Decimal text, in the source currency. */
  ceiling: z.string(),
  rows: z.array(z.object({ rowNumber: z.number().int(), digest: z.string() })),
});
export type BatchRowsContent = z.output<typeof batchRowsContent>;

/** It stands for as long as the group is what was approved: the run and the funding both look for it. */
export const batchRowsKind: ApprovalKind<BatchRowsContent> = {
  kind: 'batch-group.rows',
  content: batchRowsContent,
  mayDecide: mayDecideByFlag,
  async afterApproval(parts, content) {
    // Should this be cut off, whoever asked sends the rows: the approval stands.
    await startApproved(parts, content);
    await parts.jobs.ask(batchJob).catch(() => undefined);
    return {};
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
