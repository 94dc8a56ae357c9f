import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { WiseCard } from '../../../contracts/cards.ts';
import type { Database } from '../../db/database.ts';
import { auditRows } from '../../db/schema/audit.ts';
import { cardHolds } from '../../db/schema/card-holds.ts';
import { padInstant } from '../search-text.ts';
import { raiseHoldAlerts } from './alerts.ts';
import { endHold, releaseLift } from './lift-hold.ts';
import { isStanding } from './whose.ts';

type AuditRow = typeof auditRows.$inferSelect;
type Settled = 'succeeded' | 'failed' | undefined;

const noted = z.object({ holdId: z.string().optional(), to: z.string().optional() }).catch({});

/**
 * What became of placing or lifting a hold whose outcome was lost, now that the card was read again; finishes or takes back
 * the console's own half of it.
 * @param settle undefined while the call may still take effect
 */
export async function settleHold(
  db: Database,
  row: AuditRow,
  card: WiseCard,
  settle: (isDone: boolean) => Settled,
): Promise<Settled> {
  const { holdId, to } = noted.parse(row.details);
  const isActive = card.status.value === 'ACTIVE';
  const actorId = await readActor(db, row);
  const hold = await findHold(db, row.targetId, holdId, actorId);
  if (!hold) return 'failed';
  if (row.action === 'cards.hold') {
    const settled = settle(!isActive);
    const turned = { token: card.token, modificationTime: padInstant(card.modificationTime) };
    if (settled === 'failed') await raiseHoldAlerts(db, 'not-frozen', [turned]);
    return settled;
  }
  if (to === undefined) return settle(hold.liftedAt !== null);
  if (hold.liftingSince === null) return 'failed';
  const settled = settle(isActive);
  if (settled === 'succeeded') await endHold(db, hold.id, actorId);
  if (settled === 'failed') await releaseLift(db, hold.id);
  return settled;
}

/** An outcome that a job wrote in place of a lost one names nobody; its intent does. */
async function readActor(db: Database, row: AuditRow): Promise<string | null> {
  if (row.actorId !== null || row.intentSequence === null) return row.actorId;
  const [intent] = await db
    .select({ actorId: auditRows.actorId })
    .from(auditRows)
    .where(eq(auditRows.sequence, row.intentSequence));
  return intent?.actorId ?? null;
}

/** A crash may have come before the trail heard of the hold: then it is the one that the actor holds. */
async function findHold(db: Database, cardToken: string, holdId: string | undefined, actorId: string | null) {
  const isIt =
    holdId === undefined
      ? and(isStanding, actorId === null ? sql`false` : eq(cardHolds.heldBy, actorId))
      : eq(cardHolds.id, holdId);
  const [hold] = await db
    .select()
    .from(cardHolds)
    .where(and(eq(cardHolds.cardToken, cardToken), isIt));
  return hold;
}
