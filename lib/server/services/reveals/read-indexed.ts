import 'server-only';
import { eq } from 'drizzle-orm';
import { cards } from '../../db/schema/cards.ts';
import type { Runtime } from '../../runtime.ts';
import type { LocatedCard } from '../locate-card.ts';

/** As the console knows it: the page has just read the card from Wise, and Wise looks at the status itself once more. */
export async function readIndexed(
  { store }: Runtime,
  card: LocatedCard,
): Promise<{ status: string; cardType: string; lastFourDigits: string }> {
  const [row] = await store.db
    .select({ status: cards.status, cardType: cards.cardType, lastFourDigits: cards.lastFourDigits })
    .from(cards)
    .where(eq(cards.token, card.token));
  return row ?? { status: '', cardType: '', lastFourDigits: '' };
}
