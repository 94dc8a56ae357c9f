import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { CardScope } from '../auth/operator.ts';
import { cards } from '../db/schema/cards.ts';
import { profiles } from '../db/schema/wise.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { nameOfProfile, type OwnBranchMark, ownBranchColumns, ownBranchMark } from './branches/own-branch.ts';
import { storeCards } from './card-index.ts';
import { inScope } from './card-search.ts';

export interface LocatedCard {
  token: string;
  profileId: string;
  /** As far as this person is told its name. */
  profile: { type: string; name: string };
  isHolderShown: boolean;
  /** Only for who sees the cards of own branches alone. */
  ownBranch?: OwnBranchMark;
  /** The Wise user whose token reaches it. */
  userId: string;
}

/**
 * The card a path names, if this person may see it. One that the index does not know yet is looked for at Wise.
 * @throws AppError not_found for an unknown card, another profile's, and one outside the person's branches alike
 */
export async function locateCard(
  parts: Runtime,
  profileId: string,
  token: string,
  scope: CardScope,
): Promise<LocatedCard> {
  const key = `${profileId} ${token}`;
  // A page about a card asks several things at once, and each begins here.
  const lately = scope === 'all' ? parts.locatedCards.get(key) : undefined;
  if (lately) return lately;
  const { db } = parts.store;
  const [known] = await db
    .select({
      userId: profiles.userId,
      type: profiles.type,
      name: profiles.name,
      ...ownBranchColumns(scope),
    })
    .from(cards)
    .innerJoin(profiles, eq(profiles.id, cards.profileId))
    .where(and(eq(cards.token, token), eq(cards.profileId, profileId), inScope(scope)));
  if (known) {
    const { isHandedOver, isHolderShown, type, userId } = known;
    const name = nameOfProfile({ id: profileId, ...known }, isHolderShown);
    const located: LocatedCard = {
      token,
      profileId,
      userId,
      profile: { type, name },
      isHolderShown,
      ...ownBranchMark(scope, { isHolderShown, isHandedOver }),
    };
    if (scope === 'all') parts.locatedCards.set(key, located);
    return located;
  }
  if (scope !== 'all') throw new AppError('not_found');

  const [profile] = await db.select().from(profiles).where(eq(profiles.id, profileId));
  if (!profile) throw new AppError('not_found');
  const asOf = new Date();
  const card = await parts.wise.cards.getCard(
    { userId: profile.userId, priority: 'interactive' },
    profileId,
    token,
  );
  if (card.profileId !== profileId) throw new AppError('not_found');
  await storeCards(db, [card], asOf);
  return {
    token,
    profileId,
    userId: profile.userId,
    profile: { type: profile.type, name: profile.name },
    isHolderShown: true,
  };
}
