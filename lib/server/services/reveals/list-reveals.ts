import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { cardReveal, cardRevealsReply } from '../../../contracts/sensitive-details.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import { reveals } from '../../db/schema/reveals.ts';
import { people } from '../../db/schema/staff.ts';
import type { Runtime } from '../../runtime.ts';
import type { LocatedCard } from '../locate-card.ts';
import { countReveals, ticketPlace } from './record-reveal.ts';

const mostShown = 100;

/** Who was shown what of a card, when and why. */
export async function listCardReveals(
  { env, store, texts }: Runtime,
  operator: Operator,
  card: LocatedCard,
): Promise<z.input<typeof cardRevealsReply>> {
  const [rows, used] = await Promise.all([
    store.db
      .select({ reveal: reveals, by: people.name })
      .from(reveals)
      .innerJoin(people, eq(people.id, reveals.personId))
      .where(eq(reveals.cardToken, card.token))
      .orderBy(desc(reveals.at))
      .limit(mostShown),
    countReveals(store.db, operator.personId, card.token),
  ]);
  const items = await Promise.all(
    rows.map(async ({ by, reveal }) => ({
      revealId: reveal.id,
      at: reveal.at.toISOString(),
      // The console's own words, checked on the way out.
      what: reveal.what as z.input<typeof cardReveal>['what'],
      by,
      reason: reveal.reason as z.input<typeof cardReveal>['reason'],
      ticket: (await texts.openFor(card.token, ticketPlace, reveal.ticketSealed)) ?? null,
      outcome: reveal.outcome as z.input<typeof cardReveal>['outcome'],
    })),
  );
  return {
    items,
    nextCursor: null,
    asOf: new Date().toISOString(),
    limits: {
      yours: { used: used.yours, most: env.reveals.perPersonADay },
      ofCard: { used: used.ofCard, most: env.reveals.perCardAMonth },
    },
    pin: env.reveals.pin,
  };
}
