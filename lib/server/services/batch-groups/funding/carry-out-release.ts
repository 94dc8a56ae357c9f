import 'server-only';
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { batchFundings } from '../../../db/schema/batches.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import { AppError } from '../../../http/app-error.ts';
import type { FundingRow } from './funding-row.ts';

/** So long the console asks Wise itself, before people may decide. */
const unknownForMinutes = 15;

/** From when on people may say that no money moved; undefined where it was seen to, or waits for nobody. */
export function releasableFrom({
  debitSeenAt,
  initiationId,
  startedAt,
  state,
  transfersMovedAt,
  way,
}: FundingRow): Date | undefined {
  if (transfersMovedAt !== null || debitSeenAt !== null || initiationId !== null) return undefined;
  if (way === 'BANK_TRANSFER') return state === 'sent' ? startedAt : undefined;
  return state === 'unknown' ? new Date(startedAt.getTime() + unknownForMinutes * 60_000) : undefined;
}

/** Nothing of it was seen at Wise; of what nobody knows a while has passed. A direct debit that Wise named is known. */
const isUnseen = and(
  isNull(batchFundings.transfersMovedAt),
  isNull(batchFundings.debitSeenAt),
  isNull(batchFundings.initiationId),
);
const mayBeReleased = and(
  isUnseen,
  or(
    and(eq(batchFundings.way, 'BANK_TRANSFER'), eq(batchFundings.state, 'sent')),
    and(
      inArray(batchFundings.way, ['BALANCE', 'DIRECT_DEBIT']),
      eq(batchFundings.state, 'unknown'),
      lt(batchFundings.startedAt, sql`now() - ${unknownForMinutes} * interval '1 minute'`),
    ),
  ),
);

export async function isReleasable(db: Database, { id }: FundingRow): Promise<boolean> {
  const [found] = await db
    .select({ id: batchFundings.id })
    .from(batchFundings)
    .where(and(eq(batchFundings.id, id), mayBeReleased));
  return found !== undefined;
}

/** @throws AppError batch_not_released_yet where something of it was seen meanwhile */
export async function releaseFunding(
  tx: Database,
  { fundingId, groupId }: { fundingId: string; groupId: string },
): Promise<void> {
  const released = await tx
    .update(batchFundings)
    .set({ state: 'released', settledAt: new Date() })
    .where(and(eq(batchFundings.id, fundingId), mayBeReleased))
    .returning({ id: batchFundings.id });
  if (released.length === 0) throw new AppError('batch_not_released_yet');
  await publishEvent(tx, { type: 'batch.changed', batchGroupId: groupId });
}
