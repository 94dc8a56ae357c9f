import 'server-only';
import { and, eq, notExists } from 'drizzle-orm';
import { cardCollections, cards } from '../../db/schema/cards.ts';
import { productions } from '../../db/schema/kiosks.ts';
import { publishEvent } from '../../events/event-hub.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import type { CallOptions } from '../../wise/resources/options.ts';

/**
 * Productions that no webhook has told of: those of cards that were there before the console was. What it knows already is
 * left alone, whichever way it learned of it.
 */
export async function readMissingProductions(
  { store, wise }: Pick<Runtime, 'store' | 'wise'>,
  call: CallOptions,
  profileId: string,
): Promise<void> {
  const { db } = store;
  const known = db
    .select({ token: productions.cardToken })
    .from(productions)
    .where(eq(productions.cardToken, cards.token));
  const missing = await db
    .select({ token: cards.token })
    .from(cards)
    .innerJoin(cardCollections, eq(cardCollections.cardToken, cards.token))
    .where(and(eq(cards.profileId, profileId), notExists(known)));
  for (const { token: cardToken } of missing) {
    const told = await wise.cardProduction
      .getProduction(call, profileId, cardToken)
      .catch((error: unknown) => {
        if (error instanceof WiseError && error.kind === 'not-found') return undefined;
        throw error;
      });
    if (!told) continue;
    const { status, kioskId, errorCode, description, occurredAt } = told;
    await db.transaction(async (tx) => {
      const [added] = await tx
        .insert(productions)
        .values({
          cardToken,
          profileId,
          status,
          kioskId,
          errorCode,
          description,
          occurredAt: status === 'READY' || occurredAt === null ? null : new Date(occurredAt),
          toldAt: new Date(),
        })
        .onConflictDoNothing()
        .returning({ token: productions.cardToken });
      if (added) await publishEvent(tx, { type: 'production.changed', profileId, cardToken });
    });
  }
}
