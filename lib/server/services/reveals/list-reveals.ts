import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { cardReveal, cardRevealsReply } from '../../../contracts/sensitive-details.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import { auditRows } from '../../db/schema/audit.ts';
import { reveals } from '../../db/schema/reveals.ts';
import { people } from '../../db/schema/staff.ts';
import type { Runtime } from '../../runtime.ts';
import type { LocatedCard } from '../locate-card.ts';
import { countReveals } from './record-reveal.ts';

const mostShown = 100;

/** Who was shown what of a card, when and why. */
export async function listCardReveals(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
): Promise<z.input<typeof cardRevealsReply>> {
  const { env, store } = parts;
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
  const tickets = await readTickets(
    parts,
    card.token,
    rows.map(({ reveal }) => reveal.requestId),
  );
  const items = rows.map(({ by, reveal }) => ({
    revealId: reveal.id,
    at: reveal.at.toISOString(),
    // The console's own words, checked on the way out.
    what: reveal.what as z.input<typeof cardReveal>['what'],
    by,
    reason: reveal.reason as z.input<typeof cardReveal>['reason'],
    ticket: tickets.get(reveal.requestId) ?? null,
    outcome: reveal.outcome as z.input<typeof cardReveal>['outcome'],
  }));
  return {
    items,
    nextCursor: null,
    asOf: new Date().toISOString(),
    limits: {
      yours: { used: used.yours, most: env.reveals.perPersonADay },
      ofCard: { used: used.ofCard, most: env.reveals.perCardAMonth },
    },
    showsPins: env.reveals.pin,
    waitedForPrintAt: parts.unprintedCards.get(card.token)?.toISOString() ?? null,
  };
}

/** The tickets lie in the audit trail, with what was asked for. */
async function readTickets(
  { store, texts }: Runtime,
  cardToken: string,
  requestIds: string[],
): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map();
  const intents = await store.db
    .select({ requestId: auditRows.requestId, sequence: auditRows.sequence })
    .from(auditRows)
    .where(
      and(
        eq(auditRows.targetId, cardToken),
        eq(auditRows.phase, 'intent'),
        inArray(auditRows.requestId, requestIds),
      ),
    );
  const found = await texts.read(
    cardToken,
    'ticket',
    intents.map(({ sequence }) => sequence),
  );
  return new Map(
    intents.flatMap(({ requestId, sequence }) => {
      const ticket = found.get(sequence);
      return requestId !== null && ticket !== undefined ? [[requestId, ticket] as const] : [];
    }),
  );
}
