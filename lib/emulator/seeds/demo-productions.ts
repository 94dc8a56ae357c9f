import type { CardRecord, ProductionRecord } from '../entities.ts';
import { producedWords, readyWords, wordsOfProductionCode } from '../issuing/production-codes.ts';
import { newProduction } from '../issuing/new-production.ts';
import { dayInMs } from './build.ts';
import { demoCards } from './demo-cards.ts';
import { kioskCards } from './demo-kiosk-cards.ts';

/** Cards of the demo data, as they were drawn, that wait at a kiosk. e2e/support/demo-cards.ts repeats them for the tests. */
export const unprintedCards = {
  /** ACTIVE, and nobody has sent it to a kiosk yet. */
  ready: { profileId: 30000002, token: 'd427deda-ac31-4035-97fb-a16994bc03e8' },
  /** ACTIVE, and its print failed. */
  failed: { profileId: 30000117, token: '7309c8c7-4d33-4c5e-937d-d46e8fdbdada' },
} as const;

const printedAt: Record<string, string> = {
  [demoCards.inactive.token]: 'WIS00001',
  [demoCards.frozen.token]: 'WIS00001',
  [demoCards.old.token]: 'WIS00002',
  [demoCards.pinTriesExceeded.token]: 'WIS00001',
  [demoCards.active.token]: 'WIS00003',
};

/** Of the cards that are collected at a branch; all others were sent by post and have none. */
export function plantProductions(cards: readonly CardRecord[]): ProductionRecord[] {
  return cards.flatMap((card): ProductionRecord[] => {
    const other = kioskCards.find(({ token }) => token === card.token);
    if (other) return [productionOf(card, other)];
    const base = {
      cardToken: card.token,
      occurredAt: card.creationTime,
      errorCode: null,
      endsWith: null,
      nextStepAtMs: null,
    };
    const kioskId = printedAt[card.token];
    if (kioskId) return [{ ...base, status: 'PRODUCED', kioskId, description: producedWords }];
    if (card.token === unprintedCards.ready.token)
      return [{ ...base, status: 'READY', kioskId: null, description: readyWords }];
    if (card.token === unprintedCards.failed.token)
      return [
        {
          ...base,
          status: 'PRODUCTION_ERROR',
          kioskId: 'WIS00003',
          errorCode: 'PRT_RIBBON_ENDED',
          description: wordsOfProductionCode('PRT_RIBBON_ENDED'),
        },
      ];
    return [];
  });
}

/** Ready a quarter of an hour after the card was made, and sent to the kiosk a day later. */
function productionOf(card: CardRecord, { errorCode, kioskId, status }: (typeof kioskCards)[number]) {
  const readyMs = Date.parse(card.creationTime) + 15 * 60_000;
  const made = newProduction(card.token, status === 'READY' ? readyMs : readyMs + dayInMs);
  if (status === 'READY') return made;
  const description = errorCode ? wordsOfProductionCode(errorCode) : producedWords;
  return { ...made, status, kioskId: kioskId ?? null, errorCode: errorCode ?? null, description };
}
