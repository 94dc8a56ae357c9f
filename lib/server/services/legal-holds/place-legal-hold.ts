import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { placeLegalHoldBody } from '../../../contracts/legal-holds.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import { cards } from '../../db/schema/cards.ts';
import { legalHolds } from '../../db/schema/retention.ts';
import { profiles } from '../../db/schema/wise.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { lockWhatIsKept } from './is-held.ts';
import { reasonPlace, subjectOf } from './subject.ts';

type Parts = Pick<Runtime, 'store' | 'texts'>;

/**
 * From its end on nothing that is about the card or the customer is deleted.
 * @returns the hold's id
 * @throws AppError not_found; conflict where one stands on the very same
 */
export async function placeLegalHold(
  { store, texts }: Parts,
  operator: Operator,
  { cardToken = null, profileId, reason }: z.output<typeof placeLegalHoldBody>,
): Promise<string> {
  const subject = { profileId, cardToken };
  await requireKnown(store, subject);
  // Before the transaction: the embedded store has one connection, and a subject's key takes one.
  const reasonSealed = await texts.sealFor(subjectOf(subject), reasonPlace, reason);
  return store.db.transaction(async (tx) => {
    await lockWhatIsKept(tx);
    const [placed] = await tx
      .insert(legalHolds)
      .values({ ...subject, reasonSealed, placedBy: operator.personId })
      .onConflictDoNothing()
      .returning({ id: legalHolds.id });
    if (!placed) throw new AppError('conflict', { detail: 'A legal hold stands on it already.' });
    await publishEvent(tx, { type: 'cases.changed' });
    return placed.id;
  });
}

async function requireKnown(
  { db }: Parts['store'],
  { cardToken, profileId }: { cardToken: string | null; profileId: string },
): Promise<void> {
  const [found] = await (cardToken === null
    ? db.select({ profileId: profiles.id }).from(profiles).where(eq(profiles.id, profileId))
    : db.select({ profileId: cards.profileId }).from(cards).where(eq(cards.token, cardToken)));
  if (found?.profileId !== profileId) throw new AppError('not_found');
}
