import 'server-only';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import { announceConnection } from '../../wise/connections.ts';
import type { WiseProfile } from '../../wise/resources/profiles.ts';
import { plain } from '../search-text.ts';
import { dueOnceConnected } from '../webhooks/due-once-connected.ts';

/**
 * Keeps what Wise told of a user's profiles. One that two users reach stays with the one whose connection works and
 * reaches cards. Open pages are told when Wise deactivated one, or took that back.
 */
export async function storeProfiles(
  db: Database,
  userId: string,
  told: readonly WiseProfile[],
  readAt: Date,
): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ id, type, name, state }) => ({
    id,
    userId,
    type,
    name,
    state,
    searchText: plain(name),
    readAt,
  }));
  const known = await db
    .select({ id: profiles.id, state: profiles.state })
    .from(profiles)
    .where(
      inArray(
        profiles.id,
        told.map(({ id }) => id),
      ),
    );
  const stateOf = new Map(known.map(({ id, state }) => [id, state]));
  const isOther = told.some(({ id, state }) => {
    const before = stateOf.get(id);
    return before !== undefined && before !== state;
  });
  const [connection] = await db
    .select({ kind: wiseConnections.kind })
    .from(wiseConnections)
    .where(eq(wiseConnections.userId, userId));
  const isPersonal = connection?.kind === 'personal';
  const isBetterServed = sql`exists (select 1 from ${wiseConnections} other where other.user_id = ${profiles.userId}
    and other.user_id <> excluded.user_id and other.state = 'working' and (other.kind = 'user' or ${isPersonal}))`;
  await db.transaction(async (tx) => {
    await tx
      .insert(profiles)
      .values(rows)
      .onConflictDoUpdate({
        target: profiles.id,
        set: {
          userId: sql`case when ${isBetterServed} then ${profiles.userId} else excluded.user_id end`,
          type: sql`excluded.type`,
          name: sql`excluded.name`,
          state: sql`excluded.state`,
          searchText: sql`excluded.search_text`,
          readAt: sql`excluded.read_at`,
        },
      });
    await dueOnceConnected(
      tx,
      told.map(({ id }) => id),
    );
    if (isOther) await announceConnection(tx, userId);
  });
}
