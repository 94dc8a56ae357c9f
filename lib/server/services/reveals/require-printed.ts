import 'server-only';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import type { LocatedCard } from '../locate-card.ts';

/**
 * A card that a kiosk has yet to print is shown to nobody: were its print to fail, somebody would hold the number of a card
 * that nobody collected. Wise is asked once per card that is printed, and each time about one that is not.
 * @throws AppError card_not_produced; WiseError where Wise does not tell
 */
export async function requirePrinted(parts: Runtime, card: LocatedCard, cardType: string): Promise<void> {
  const { printedCards, unprintedCards, wise } = parts;
  if (cardType.startsWith('VIRTUAL') || printedCards.has(card.token)) return;
  const options = { userId: card.userId, priority: 'interactive' } as const;
  const status = await wise.cardProduction.getProduction(options, card.profileId, card.token).then(
    (production) => production.status,
    (error: unknown) => {
      // It is not collected at a kiosk.
      if (error instanceof WiseError && error.kind === 'not-found') return 'PRODUCED';
      if (error instanceof WiseError && error.kind === 'refused')
        throw new AppError('wise_refused', { cause: error });
      throw error;
    },
  );
  if (status === 'PRODUCED') {
    printedCards.set(card.token, true);
    unprintedCards.delete(card.token);
    return;
  }
  unprintedCards.set(card.token, new Date());
  throw new AppError('card_not_produced');
}
