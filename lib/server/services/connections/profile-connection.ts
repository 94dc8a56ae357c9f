import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ProfileFault } from '../../../catalogues/connections.ts';
import type { ProfileConnection } from '../../../contracts/profiles.ts';
import type { CardScope } from '../../auth/operator.ts';
import { cards } from '../../db/schema/cards.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { isHolderShown, nameOfProfile } from '../branches/own-branch.ts';
import { inScope } from '../card-search.ts';

/** What keeps this profile's pages from being live. @throws AppError not_found, also for a branch that has no card of it */
export async function readProfileConnection(
  parts: Runtime,
  scope: CardScope,
  profileId: string,
): Promise<ProfileConnection> {
  const { db } = parts.store;
  const [row] = await db
    .select({ profile: profiles, connection: wiseConnections })
    .from(profiles)
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .where(eq(profiles.id, profileId));
  const reach = await readReach(parts, scope, profileId);
  if (!row || !reach) throw new AppError('not_found');
  const { profile, connection } = row;
  const kind = faultOf(connection, profile);
  if (kind === undefined) return { fault: null };
  const since = {
    broken: connection.stateChangedAt,
    disconnected: connection.stateChangedAt,
    // Wise does not tell since when.
    deactivated: null,
    limited: connection.connectedAt,
  }[kind];
  return {
    fault: {
      kind,
      since: since?.toISOString() ?? null,
      asOf: profile.cardsReadAt?.toISOString() ?? null,
      connectionId: connection.userId,
      owner: connection.ownerName,
      profileName: nameOfProfile(profile, reach.isShown),
    },
  };
}

/** Undefined for a branch that has no card of it. */
async function readReach(
  { store }: Runtime,
  scope: CardScope,
  profileId: string,
): Promise<{ isShown: boolean } | undefined> {
  if (scope === 'all') return { isShown: true };
  const [found] = await store.db
    .select({
      count: sql<number>`count(*)::int`,
      isShown: sql<boolean | null>`bool_or(${isHolderShown(scope)})`,
    })
    .from(cards)
    .where(and(eq(cards.profileId, profileId), inScope(scope)));
  return found && found.count > 0 ? { isShown: found.isShown === true } : undefined;
}

function faultOf(
  connection: Pick<typeof wiseConnections.$inferSelect, 'kind' | 'state'>,
  profile: Pick<typeof profiles.$inferSelect, 'state'>,
): ProfileFault | undefined {
  if (connection.state === 'disconnected') return 'disconnected';
  if (connection.state === 'broken') return 'broken';
  if (profile.state === 'DEACTIVATED') return 'deactivated';
  return connection.kind === 'personal' ? 'limited' : undefined;
}
