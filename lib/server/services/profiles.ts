import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Profile } from '../../contracts/profiles.ts';
import type { CardScope } from '../auth/operator.ts';
import { cards } from '../db/schema/cards.ts';
import { profiles, wiseConnections } from '../db/schema/wise.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { isHolderShown, nameOfProfile } from './branches/own-branch.ts';
import { storeCards } from './card-index.ts';
import { inScope } from './card-search.ts';
import { findProfileUserOrThrow } from './profile-user.ts';

/** Profiles with their cards within the person's scope; a branch sees only profiles that have a card for it. */
export async function listKnownProfiles(parts: Runtime, scope: CardScope): Promise<Profile[]> {
  const rows = await parts.store.db
    .select({
      profile: profiles,
      connection: wiseConnections.state,
      cards: sql<number>`count(${cards.token})::int`,
      isShown: sql<boolean>`coalesce(bool_or(${isHolderShown(scope)}), false)`,
    })
    .from(profiles)
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .leftJoin(cards, and(eq(cards.profileId, profiles.id), inScope(scope)))
    .groupBy(profiles.id, wiseConnections.state)
    .orderBy(asc(profiles.name), asc(profiles.id));
  return rows
    .filter((row) => scope === 'all' || row.cards > 0)
    .map(({ profile, connection, cards: count, isShown }) => ({
      id: profile.id,
      type: profile.type,
      name: nameOfProfile(profile, isShown),
      state: profile.state,
      cards: count,
      cardsReadAt: profile.cardsReadAt?.toISOString() ?? null,
      connected: connection === 'working' && profile.state !== 'DEACTIVATED',
    }));
}

/** One page straight from Wise. Branches see single cards of a profile, never the profile's whole list. */
export async function listLiveCards(
  parts: Runtime,
  scope: CardScope,
  profileId: string,
  page: { pageSize: number; pageNumber: number },
) {
  if (scope !== 'all') throw new AppError('not_found');
  const userId = await findProfileUserOrThrow(parts.store.db, profileId);
  const asOf = new Date();
  const told = await parts.wise.cards.listCards({ userId, priority: 'interactive' }, profileId, page);
  await storeCards(parts.store.db, told.cards, asOf);
  return { cards: told.cards, totalCount: told.totalCount, asOf: asOf.toISOString() };
}
