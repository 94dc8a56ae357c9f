import 'server-only';
import { z } from 'zod';
import { publishEvent } from '../../events/event-hub.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideByFlag } from '../limits.ts';

const daySeconds = 24 * 60 * 60;

/** Which group may be paid although its balance is short, from which other balances, and how much at most. */
export const batchConversionContent = z.object({
  groupId: z.uuid(),
  profileId: z.string(),
  sourceCurrency: z.string(),
  /** Of the transfers in it, with what each takes. */
  transfersDigest: z.string(),
  /** Decimal texts in the source currency: what the group takes, and what may be converted into it at most. */
  total: z.string(),
  ceiling: z.string(),
  /** Those that Wise could take from, and what they held then. */
  balances: z.array(z.object({ id: z.string(), currency: z.string(), amount: z.string() })),
});
export type BatchConversionContent = z.output<typeof batchConversionContent>;

/** Leaves a standing approval: the next funding of the group uses it up. */
export const batchConversionKind: ApprovalKind<BatchConversionContent> = {
  kind: 'batch-group.conversion',
  content: batchConversionContent,
  mayDecide: mayDecideByFlag,
  // The page of the group offers its funding from now on.
  async afterApproval({ store }, { groupId }) {
    await store.db.transaction((tx) => publishEvent(tx, { type: 'batch.changed', batchGroupId: groupId }));
    return {};
  },
  expiresAfterSeconds: daySeconds,
  usableSeconds: daySeconds,
};
