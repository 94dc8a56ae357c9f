import 'server-only';
import { and, asc, eq, lt, lte, sql } from 'drizzle-orm';
import { spendingPermissionReadingsDue as due } from '../db/schema/spending-permissions.ts';
import { publishEvent } from '../events/event-hub.ts';
import type { Runtime } from '../runtime.ts';
import { findProfileUser } from '../services/profile-user.ts';
import { keepReading } from '../services/spending-permission-readings/keep-reading.ts';
import { worthReadingMs } from '../services/spending-permission-readings/note-due.ts';

interface Parts extends Pick<Runtime, 'store'> {
  wise: { spendingPermissions: Pick<Runtime['wise']['spendingPermissions'], 'getSpendingPermissions'> };
}
type Due = typeof due.$inferSelect;

/** What a run has in hand is taken over this long after its process died; what failed is tried again then. */
const leaseMinutes = 2;

/** Reads, in the background of Wise's budget, what the switches of cards are whose payments just met one that was off. */
export async function readSwitchesAfterDeclines(parts: Parts): Promise<void> {
  const { db } = parts.store;
  await db.delete(due).where(lt(due.declinedAt, new Date(Date.now() - worthReadingMs)));
  for (let next = await claimNext(parts); next; next = await claimNext(parts)) {
    const isRead = await readOne(parts, next).catch(() => false);
    if (isRead) await db.delete(due).where(isSame(next));
  }
}

const isSame = ({ profileId, transactionId }: Due) =>
  and(eq(due.transactionId, transactionId), eq(due.profileId, profileId));

async function claimNext({ store: { db } }: Parts): Promise<Due | undefined> {
  const next = db
    .select({ transactionId: due.transactionId, profileId: due.profileId })
    .from(due)
    .where(lte(due.dueAt, sql`now()`))
    .orderBy(asc(due.dueAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [claimed] = await db
    .update(due)
    .set({
      dueAt: sql`now() + ${leaseMinutes} * interval '1 minute'`,
      failures: sql`${due.failures} + 1`,
    })
    .where(sql`(${due.transactionId}, ${due.profileId}) in ${next}`)
    .returning();
  return claimed;
}

/** @returns false where the profile is not known yet */
async function readOne({ store, wise }: Parts, declined: Due): Promise<boolean> {
  const { cardToken, profileId, transactionId } = declined;
  const userId = await findProfileUser(store.db, profileId);
  if (userId === undefined) return false;
  const call = { userId, priority: 'background' as const };
  // The moment Wise was asked: the answer is not older.
  const readAt = new Date();
  const permissions = await wise.spendingPermissions.getSpendingPermissions(call, profileId, cardToken);
  await store.db.transaction(async (tx) => {
    await keepReading(tx, { cardToken, readAt, permissions, isOfDecline: true });
    await publishEvent(tx, { type: 'card-transaction.changed', profileId, cardToken, transactionId });
  });
  return true;
}
