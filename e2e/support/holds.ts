import { placeHold } from '../../lib/contracts/card-holds.ts';
import { type Card, type CardPath, getCard } from '../../lib/contracts/cards.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import type { ConsoleClient } from './console-client.ts';

/** A day in UTC, `2026-11-19`. */
export const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export async function holdCard(
  client: ConsoleClient,
  path: CardPath,
  { reason = 'under review', reviewOn = dayIn(14), refreezes = true } = {},
): Promise<{ card: Card; holdId: string }> {
  const { body: card } = await client.call(placeHold, {
    params: path,
    body: { reason, reviewOn, refreezes },
  });
  const holdId = card.hold?.details?.holdId;
  if (!holdId) throw new Error('The hold is not told to who placed it');
  return { card, holdId };
}

/** What whoever does not hold it reads of a hold. */
export const notYours = { isYours: false, reviewOn: null, details: null };

export const needsYou = async (client: ConsoleClient, cardToken: string) =>
  (await client.call(getOverview, {})).body.needsYou.filter(
    (item) => 'cardToken' in item && item.cardToken === cardToken,
  );

export const statusAtWise = async (client: ConsoleClient, path: CardPath) =>
  (await client.call(getCard, { params: path })).body.status.value;
