import 'server-only';
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { connectionStates } from '../../../catalogues/connections.ts';
import type { connectionListQuery } from '../../../contracts/connections.schema.ts';
import type { ConnectionList } from '../../../contracts/connections.ts';
import { people } from '../../db/schema/staff.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import type { Runtime } from '../../runtime.ts';
import { afterCursor, inOrder, writeCursor } from '../keyset.ts';
import { escapeLike, plain } from '../search-text.ts';
import { connectionColumns, toConnection } from './read-connection.ts';

type Query = z.output<typeof connectionListQuery>;

const instantText = (column: SQL) =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
/** What has no such moment comes last, or first when turned round. */
const never = '9999';
const sortValues = {
  owner: sql<string>`${wiseConnections.searchText}`,
  used: sql<string>`coalesce(${instantText(sql`${wiseConnections.lastUsedAt}`)}, '')`,
  expires: sql<string>`coalesce(${instantText(sql`${wiseConnections.refreshTokenExpiresAt}`)}, ${never})`,
  connected: instantText(sql`${wiseConnections.connectedAt}`),
};

/** One page in keyset order, with how many there are per state under every other filter. */
export async function listConnections(parts: Pick<Runtime, 'store'>, query: Query): Promise<ConnectionList> {
  const { db } = parts.store;
  const value =
    sortValues[z.enum(['owner', 'used', 'expires', 'connected']).parse(query.sort.replace('-', ''))];
  const order = { value, key: wiseConnections.userId, isDescending: query.sort.startsWith('-') };
  const [rows, counts] = await Promise.all([
    db
      .select({ ...connectionColumns, value })
      .from(wiseConnections)
      .leftJoin(people, eq(people.id, wiseConnections.connectedBy))
      .where(and(matches(query), afterCursor(query.cursor, order)))
      .orderBy(...inOrder(order))
      .limit(query.limit + 1),
    db
      .select({ state: wiseConnections.state, count: sql<number>`count(*)::int` })
      .from(wiseConnections)
      .where(matches({ ...query, state: undefined }))
      .groupBy(wiseConnections.state),
  ]);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  const countOf = new Map(counts.map((row) => [row.state, row.count]));
  const counted: readonly string[] = query.state?.length ? [...new Set(query.state)] : connectionStates;
  return {
    items: page.map(toConnection),
    nextCursor: last ? writeCursor(last.value, last.id) : null,
    total: counted.reduce((sum, state) => sum + (countOf.get(state) ?? 0), 0),
    counts: {
      working: countOf.get('working') ?? 0,
      broken: countOf.get('broken') ?? 0,
      disconnected: countOf.get('disconnected') ?? 0,
    },
    asOf: new Date().toISOString(),
  };
}

function matches({ query, state, kind }: Pick<Query, 'query' | 'state' | 'kind'>): SQL | undefined {
  return and(
    state?.length ? inArray(wiseConnections.state, state) : undefined,
    kind?.length ? inArray(wiseConnections.kind, kind) : undefined,
    ...plain(query ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8)
      .map(matchesWord),
  );
}

function matchesWord(word: string): SQL | undefined {
  const within = `%${escapeLike(word)}%`;
  const from = `${escapeLike(word)}%`;
  return or(
    sql`${wiseConnections.searchText} like ${within}`,
    sql`${wiseConnections.userId} like ${from}`,
    sql`exists (select 1 from ${profiles} p where p.user_id = ${wiseConnections.userId}
      and (p.search_text like ${within} or p.id like ${from}))`,
  );
}
