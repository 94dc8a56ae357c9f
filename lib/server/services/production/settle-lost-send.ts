import 'server-only';
import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { printJobs } from '../../db/schema/kiosks.ts';
import { publishEvent } from '../../events/event-hub.ts';

/** Within this time after the call what it did may still show. */
export const showsWithinMs = 20_000;
/** A send that was begun and has no answer for this long lost its process. */
const sendsWithinMs = 2 * 60 * 1000;

interface Read {
  cardToken: string;
  profileId: string;
  status: string;
  occurredAt: Date | null;
  toldAt: Date;
}

/**
 * A reading in which Wise knows of no attempt after the call settles a send whose answer was lost: the kiosk was not asked.
 * Such a job ends refused without a code, so that nobody sends the card again before the trays were searched.
 * A reading that knows the attempt has moved the job by then.
 */
export async function settleLostSend(db: Database, read: Read): Promise<void> {
  const { cardToken, occurredAt, profileId, status, toldAt } = read;
  if (status !== 'READY' && status !== 'PRODUCTION_ERROR' && status !== 'PRODUCED') return;
  await db.transaction(async (tx) => {
    const ofCard = and(eq(printJobs.cardToken, cardToken), inArray(printJobs.state, ['unknown', 'sending']));
    const [job] = await tx.select().from(printJobs).where(ofCard).for('update');
    if (!job) return;
    const waitsMs = job.state === 'sending' ? sendsWithinMs : showsWithinMs;
    if (toldAt.getTime() - job.createdAt.getTime() < waitsMs) return;
    const isOfThisTry = status !== 'READY' && occurredAt !== null && occurredAt >= job.createdAt;
    if (isOfThisTry) return;
    const before = new Date(toldAt.getTime() - waitsMs);
    const [settled] = await tx
      .update(printJobs)
      .set({ state: 'refused', errorStatus: null, errorCode: null })
      .where(and(eq(printJobs.id, job.id), lt(printJobs.createdAt, before)))
      .returning({ id: printJobs.id });
    if (settled) await publishEvent(tx, { type: 'production.changed', profileId, cardToken });
  });
}
