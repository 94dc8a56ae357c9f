import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { productions } from '../../db/schema/kiosks.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { expectDeliveries } from '../webhooks/expect-deliveries.ts';
import { isSameAttempt, moreExact, type ProductionStep, replaces } from './attempts.ts';
import { followPrintJob } from './follow-print-job.ts';

type Standing = typeof productions.$inferSelect;

export interface ToldProduction extends ProductionStep {
  cardToken: string;
  profileId: string;
  kioskId: string | null;
  errorCode: string | null;
  description: string | null;
  /** A delivery's `sent_at` is when it happened; a reading tells only that it has. */
  by: 'webhook' | 'reading';
}

/**
 * Takes what Wise told of a card's production into the store: its present state by the order rule, and the attempt's job.
 * Open pages hear of it in the same transaction.
 * @param tx the transaction the rest of the change stands in; a card is done by one at a time
 * @returns false where it changed nothing
 */
export async function keepProduction(tx: Database, told: ToldProduction): Promise<boolean> {
  const { cardToken, profileId } = told;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`production of ${cardToken}`}, 0))`);
  const before = await readStanding(tx, cardToken);
  const isNewState = await keepState(tx, told, before);
  const hasMovedJob = await followPrintJob(tx, told);
  if (!isNewState && !hasMovedJob) return false;
  if (isNewState && before && told.by === 'reading')
    await expectDeliveries(tx, 'cards#card-production-status-change', [
      { subjectId: cardToken, since: before.occurredAt ?? before.toldAt },
    ]);
  await publishEvent(tx, { type: 'production.changed', profileId, cardToken });
  return true;
}

async function readStanding(tx: Database, cardToken: string): Promise<Standing | undefined> {
  const [standing] = await tx.select().from(productions).where(eq(productions.cardToken, cardToken));
  return standing;
}

async function keepState(
  tx: Database,
  told: ToldProduction,
  standing: Standing | undefined,
): Promise<boolean> {
  const { cardToken, description, errorCode, kioskId, profileId, status, toldAt } = told;
  if (standing && !replaces(told, standing)) return false;
  const isSame = standing !== undefined && isSameAttempt(told.occurredAt, standing.occurredAt);
  const occurredAt =
    told.occurredAt && isSame ? moreExact(told.occurredAt, standing.occurredAt) : told.occurredAt;
  const row = { profileId, status, kioskId, occurredAt, errorCode, description, toldAt };
  await tx
    .insert(productions)
    .values({ cardToken, ...row })
    .onConflictDoUpdate({ target: productions.cardToken, set: row });
  return !isSame || standing.status !== status || standing.errorCode !== errorCode;
}
