import 'server-only';
import { and, asc, eq, exists, or, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { can } from '../../../catalogues/console-permissions.ts';
import type { Found, FoundProfile } from '../../../contracts/find.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { profiles } from '../../db/schema/wise.ts';
import type { Runtime } from '../../runtime.ts';
import { findBatchGroups } from '../batch-groups/list-groups.ts';
import { isHolderShown } from '../branches/own-branch.ts';
import { readHoldMarks } from '../card-holds/read-holds.ts';
import { toIndexedCard } from '../card-index.ts';
import { findCards, inScope } from '../card-search.ts';
import { escapeLike, plain } from '../search-text.ts';

const most = { cards: 6, profiles: 4, batchGroups: 4 };

/** The cards and batch groups changed last and the profiles that match every word, within the person's reach. */
export async function findThings(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  query: string,
): Promise<Found> {
  const { db } = parts.store;
  const asOf = new Date().toISOString();
  if (query === '') return { cards: [], hasMore: false, profiles: [], batchGroups: [], asOf };
  const [page, foundProfiles, batchGroups] = await Promise.all([
    findCards(db, scope, { query }, { sort: '-changed', limit: most.cards }),
    findProfiles(db, scope, query),
    can(operator, 'batch-groups.read') ? findBatchGroups(db, query, most.batchGroups) : [],
  ]);
  const tokens = page.found.map(({ card }) => card.token);
  const holds = await readHoldMarks(db, operator, tokens);
  return {
    cards: page.found.map(({ card, profile, ownBranch }) => ({
      ...toIndexedCard(card, profile, holds.get(card.token) ?? null),
      ...(ownBranch && { ownBranch }),
    })),
    hasMore: page.nextCursor !== null,
    profiles: foundProfiles,
    batchGroups,
    asOf,
  };
}

/**
 * By the words of the name or by the whole number. A branch finds only profiles that have a card for it, and a person's only
 * while it is told the holder of one.
 */
async function findProfiles(db: Database, scope: CardScope, query: string): Promise<FoundProfile[]> {
  const words = plain(query).split(/\s+/).filter(Boolean).slice(0, 8);
  const cardInScope = new QueryBuilder()
    .select({ one: sql`1` })
    .from(cards)
    .where(
      and(
        eq(cards.profileId, profiles.id),
        inScope(scope),
        or(sql`upper(${profiles.type}) <> 'PERSONAL'`, isHolderShown(scope)),
      ),
    );
  return db
    .select({ profileId: profiles.id, profileType: profiles.type, profileName: profiles.name })
    .from(profiles)
    .where(
      and(
        scope === 'all' ? undefined : exists(cardInScope),
        ...words.map((word) =>
          or(eq(profiles.id, word), sql`${profiles.searchText} like ${`%${escapeLike(word)}%`}`),
        ),
      ),
    )
    .orderBy(asc(profiles.name), asc(profiles.id))
    .limit(most.profiles);
}
