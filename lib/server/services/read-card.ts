import 'server-only';
import { eq } from 'drizzle-orm';
import type { Card, WiseCard } from '../../contracts/cards.ts';
import { cards } from '../db/schema/cards.ts';
import type { Operator } from '../auth/operator.ts';
import { toAppError } from '../http/to-app-error.ts';
import type { Runtime } from '../runtime.ts';
import { withoutHolder } from './branches/own-branch.ts';
import { storeCards, toIndexedCard } from './card-index.ts';
import { readCardHold } from './card-holds/read-holds.ts';
import type { LocatedCard } from './locate-card.ts';

/** Where Wise does not answer, the console's own copy is better than nothing, and says that it is one. */
const answeredFromIndex = new Set([
  'wise_unavailable',
  'wise_rate_limited',
  'wise_not_connected',
  'wise_token_limited',
]);

/** The card as Wise tells it now, or the index's copy with its age. */
export async function readCard(parts: Runtime, operator: Operator, card: LocatedCard): Promise<Card> {
  const [read, hold] = await Promise.all([
    readFromWise(parts, card),
    readCardHold(parts, operator, card.token),
  ]);
  return { ...read, hold };
}

async function readFromWise(parts: Runtime, card: LocatedCard): Promise<Omit<Card, 'hold'>> {
  const asOf = new Date();
  try {
    const told = await parts.wise.cards.getCard(
      { userId: card.userId, priority: 'interactive' },
      card.profileId,
      card.token,
    );
    await storeIfNew(parts, told, asOf);
    return asTold(card, told, asOf);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (!answeredFromIndex.has(error.code)) throw error;
    const [row] = await parts.store.db.select().from(cards).where(eq(cards.token, card.token));
    if (!row) throw error;
    return {
      ...toIndexedCard(card.isHolderShown ? row : withoutHolder(row), card.profile, null),
      ...markOf(card),
      source: 'index',
      readAt: row.asOf.toISOString(),
    };
  }
}

/** The answer to an act: what Wise told of the card, with the hold that stands on it then. */
export async function toCard(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
  told: WiseCard,
  asOf: Date,
): Promise<Card> {
  return { ...asTold(card, told, asOf), hold: await readCardHold(parts, operator, card.token) };
}

export function asTold(card: LocatedCard, told: WiseCard, asOf: Date): Omit<Card, 'hold'> {
  const instant = asOf.toISOString();
  return {
    ...(card.isHolderShown ? told : withoutHolder(told)),
    ...markOf(card),
    profileType: card.profile.type,
    profileName: card.profile.name,
    asOf: instant,
    source: 'wise',
    readAt: instant,
  };
}

const markOf = ({ ownBranch }: LocatedCard) => (ownBranch ? { ownBranch } : {});

/** Most reads tell nothing new; those need not touch the store. */
async function storeIfNew(parts: Runtime, told: WiseCard, asOf: Date): Promise<void> {
  if (parts.seenCards.get(told.token) === told.modificationTime) return;
  await storeCards(parts.store.db, [told], asOf);
  parts.seenCards.set(told.token, told.modificationTime);
}
