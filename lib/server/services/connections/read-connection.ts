import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { connectionKinds, connectionStates } from '../../../catalogues/connections.ts';
import type { Connection, ConnectionDetails } from '../../../contracts/connections.ts';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { people } from '../../db/schema/staff.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';

const namesShown = 3;
const profilesShown = 500;

const profileFacts = z.object({
  total: z.number(),
  deactivated: z.number(),
  cards: z.number(),
  names: z.array(z.string()).nullable(),
});

/** Everything told of a connection, and nothing of its tokens but when they end. */
export const connectionColumns = {
  id: wiseConnections.userId,
  kind: wiseConnections.kind,
  owner: wiseConnections.ownerName,
  state: wiseConnections.state,
  stateChangedAt: wiseConnections.stateChangedAt,
  connectedAt: wiseConnections.connectedAt,
  connectedBy: people.name,
  scopes: wiseConnections.scopes,
  expiresAt: wiseConnections.refreshTokenExpiresAt,
  lastUsedAt: wiseConnections.lastUsedAt,
  lastErrorCode: wiseConnections.lastErrorCode,
  lastErrorAt: wiseConnections.lastErrorAt,
  profiles: sql<unknown>`(select json_build_object(
      'total', count(*)::int,
      'deactivated', count(*) filter (where p.state = 'DEACTIVATED')::int,
      'cards', coalesce(sum((select count(*) from ${cards} c where c.profile_id = p.id)), 0)::int,
      'names', (array_agg(p.name order by p.name, p.id))[1:${sql.raw(String(namesShown))}])
    from ${profiles} p where p.user_id = ${wiseConnections.userId})`,
};

export const connectionSource = (db: Database) =>
  db
    .select(connectionColumns)
    .from(wiseConnections)
    .leftJoin(people, eq(people.id, wiseConnections.connectedBy))
    .$dynamic();
export type ConnectionRow = Awaited<ReturnType<typeof connectionSource>>[number];

export function toConnection(row: ConnectionRow): Connection {
  const { names, ...counts } = profileFacts.parse(row.profiles);
  return {
    id: row.id,
    kind: z.enum(connectionKinds).parse(row.kind),
    owner: row.owner,
    state: z.enum(connectionStates).parse(row.state),
    stateChangedAt: row.stateChangedAt.toISOString(),
    connectedAt: row.connectedAt.toISOString(),
    connectedBy: row.connectedBy,
    scopes: (row.scopes ?? '').split(/\s+/).filter(Boolean),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastError:
      row.lastErrorCode !== null && row.lastErrorAt !== null
        ? { code: row.lastErrorCode, at: row.lastErrorAt.toISOString() }
        : null,
    profiles: { ...counts, names: names ?? [] },
  };
}

/** @throws AppError not_found */
export async function readConnectionOrThrow(
  { store }: Pick<Runtime, 'store'>,
  userId: string,
): Promise<Connection> {
  const [row] = await connectionSource(store.db).where(eq(wiseConnections.userId, userId));
  if (!row) throw new AppError('not_found');
  return toConnection(row);
}

export async function readConnectionDetails(
  parts: Pick<Runtime, 'store'>,
  userId: string,
): Promise<ConnectionDetails> {
  const connection = await readConnectionOrThrow(parts, userId);
  const { db } = parts.store;
  const rows = await db
    .select({ profile: profiles, cards: sql<number>`count(${cards.token})::int` })
    .from(profiles)
    .leftJoin(cards, and(eq(cards.profileId, profiles.id)))
    .where(eq(profiles.userId, userId))
    .groupBy(profiles.id)
    .orderBy(asc(profiles.name), asc(profiles.id))
    .limit(profilesShown);
  return {
    ...connection,
    profileList: rows.map(({ profile, cards: count }) => ({
      id: profile.id,
      name: profile.name,
      type: profile.type,
      state: profile.state,
      cards: count,
      cardsReadAt: profile.cardsReadAt?.toISOString() ?? null,
      transfersBlockedAt: profile.transfersBlockedAt?.toISOString() ?? null,
    })),
  };
}
