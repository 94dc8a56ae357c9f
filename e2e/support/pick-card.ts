import { type IndexedCard, listCards } from '../../lib/contracts/cards.ts';
import type { ConsoleClient } from './console-client.ts';
import { branchCards, demoCards, unprintedCards } from './demo-cards.ts';

const ofTests = [...Object.values(demoCards), ...Object.values(unprintedCards), ...branchCards];
/** Of each console: one that a test started for itself has all its cards. */
const takenAt = new Map<string, Set<string>>();

/** A card that no other test of this console touches. */
export async function pickCard(
  client: ConsoleClient,
  wanted: { status: string; type?: string; profileIds?: readonly string[] },
): Promise<IndexedCard & { path: { profileId: string; cardToken: string } }> {
  const taken = takenAt.get(client.consoleUrl) ?? new Set<string>(ofTests.map(({ token }) => token));
  takenAt.set(client.consoleUrl, taken);
  const { body } = await client.call(listCards, {
    query: {
      status: [wanted.status],
      ...(wanted.type && { type: [wanted.type] }),
      ...(wanted.profileIds && { profileId: [...wanted.profileIds] }),
      sort: 'created',
      limit: 200,
    },
  });
  const card = body.items.find((item) => !taken.has(item.token));
  if (!card) throw new Error(`No ${wanted.status} card is left`);
  taken.add(card.token);
  return { ...card, path: { profileId: card.profileId, cardToken: card.token } };
}
