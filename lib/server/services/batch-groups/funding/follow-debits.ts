import 'server-only';
import { and, eq, inArray, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { paymentInitiationStateChange } from '../../../../contracts/wise/money-events.ts';
import { batchFundings, batchGroups } from '../../../db/schema/batches.ts';
import { profiles } from '../../../db/schema/wise.ts';
import type { Runtime } from '../../../runtime.ts';
import { adoptInitiation } from './late-debit.ts';
import { settleDebit } from './settle-debit.ts';

/** A bank takes a debit back within two months; some days more, because nobody is told at once. */
const chargedBackWithinDays = 70;
const finalStatuses = ['FAILED', 'CHARGED_BACK'];

/** A debit that is through may be charged back weeks later: it is read once a day, should the webhook be lost. */
export async function followDebits(parts: Runtime): Promise<void> {
  const through = await parts.store.db
    .select({ funding: batchFundings, group: batchGroups, userId: profiles.userId })
    .from(batchFundings)
    .innerJoin(batchGroups, eq(batchGroups.id, batchFundings.groupId))
    .innerJoin(profiles, eq(profiles.id, batchGroups.profileId))
    .where(
      and(
        isNotNull(batchFundings.initiationId),
        or(
          eq(batchFundings.state, 'done'),
          // Given up by people or by Wise, and on its way all the same.
          and(
            inArray(batchFundings.state, ['released', 'refused']),
            isNotNull(batchFundings.initiationStatus),
          ),
        ),
        notInArray(batchFundings.initiationStatus, finalStatuses),
        lt(batchFundings.readAt, sql`now() - interval '1 day'`),
        sql`${batchFundings.startedAt} > now() - ${chargedBackWithinDays} * interval '1 day'`,
      ),
    );
  // A Wise that does not answer is asked again a minute later.
  for (const { funding, group, userId } of through)
    await settleDebit(parts, { userId, priority: 'background' }, group, funding).catch(() => undefined);
}

/**
 * Webhooks are the only way in which Wise names an initiation whose answer was lost.
 * @returns false for one that belongs to no group of the register, or was not begun here
 */
export async function takeInitiationChange(
  parts: Runtime,
  {
    batchGroupId,
    initiationId,
    occurredAt,
    profileId,
    status,
  }: z.output<typeof paymentInitiationStateChange>['data'],
): Promise<boolean> {
  const { db } = parts.store;
  const [known] = await db
    .select({ group: batchGroups, userId: profiles.userId })
    .from(batchGroups)
    .innerJoin(profiles, eq(profiles.id, batchGroups.profileId))
    .where(and(eq(batchGroups.wiseId, batchGroupId), eq(batchGroups.profileId, profileId)));
  if (!known) return false;
  const { group, userId } = known;
  const funding = await adoptInitiation(db, group.id, initiationId);
  if (!funding) return false;
  const told = { status, at: new Date(occurredAt) };
  await settleDebit(parts, { userId, priority: 'background' }, group, funding, told);
  return true;
}
