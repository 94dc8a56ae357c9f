import 'server-only';
import { and, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { batchGroupListReply, batchGroupsQuery } from '../../../contracts/batch-groups.schema.ts';
import type { FoundBatchGroup } from '../../../contracts/find.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { batchGroups } from '../../db/schema/batches.ts';
import { people } from '../../db/schema/staff.ts';
import { profiles } from '../../db/schema/wise.ts';
import type { Runtime } from '../../runtime.ts';
import { afterCursor, inOrder, writeCursor } from '../keyset.ts';
import { escapeLike, plain } from '../search-text.ts';
import { listedStatus } from './group-status.ts';
import { groupColumns, readNumbers, toBatchGroup } from './read-groups.ts';

type Query = z.output<typeof batchGroupsQuery>;

const instantText = (column: SQL) =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const sortValues = {
  changed: instantText(sql`${batchGroups.changedAt}`),
  created: instantText(sql`${batchGroups.createdAt}`),
  name: sql<string>`${batchGroups.searchText}`,
};

const listColumns = { ...groupColumns, status: listedStatus };

/** One page of the register in keyset order. */
export async function listBatchGroups(
  { store: { db } }: Pick<Runtime, 'store'>,
  operator: Pick<Operator, 'personId'>,
  query: Query,
): Promise<z.input<typeof batchGroupListReply>> {
  const value = sortValues[z.enum(['changed', 'created', 'name']).parse(query.sort.replace('-', ''))];
  const order = { value, key: batchGroups.id, isDescending: query.sort.startsWith('-') };
  const found = matches(query, operator);
  const [rows, [counted]] = await Promise.all([
    db
      .select({ ...listColumns, value })
      .from(batchGroups)
      .innerJoin(people, eq(people.id, batchGroups.ownerId))
      .leftJoin(profiles, eq(profiles.id, batchGroups.profileId))
      .where(and(found, afterCursor(query.cursor, order)))
      .orderBy(...inOrder(order))
      .limit(query.limit + 1),
    db
      .select({ total: sql<number>`count(*)::int` })
      .from(batchGroups)
      .leftJoin(profiles, eq(profiles.id, batchGroups.profileId))
      .where(found),
  ]);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  const numbers = await readNumbers(
    db,
    page.map(({ row }) => row.id),
  );
  return {
    items: page.map((one) => toBatchGroup(one, numbers.get(one.row.id))),
    nextCursor: last ? writeCursor(last.value, last.row.id) : null,
    total: counted?.total ?? 0,
    asOf: new Date().toISOString(),
  };
}

/** The groups changed last whose name, profile or id has every word; those that were thrown away are not looked for. */
export async function findBatchGroups(db: Database, query: string, most: number): Promise<FoundBatchGroup[]> {
  const found = await db
    .select(listColumns)
    .from(batchGroups)
    .innerJoin(people, eq(people.id, batchGroups.ownerId))
    .leftJoin(profiles, eq(profiles.id, batchGroups.profileId))
    .where(and(...matchesWords(query), ne(batchGroups.stage, 'discarded')))
    .orderBy(desc(batchGroups.changedAt))
    .limit(most);
  const groupIds = found.map(({ row }) => row.id);
  const numbers = await readNumbers(db, groupIds);
  return found.map((one) => {
    const group = toBatchGroup(one, numbers.get(one.row.id));
    const { id, profileId, profileName, name, status, origin, rows } = group;
    return { id, profileId, profileName, name, status, origin, rows };
  });
}

function matches({ query, status, profileId, currency, owner }: Query, { personId }: { personId: string }) {
  return and(
    status?.length ? inArray(listedStatus, status) : undefined,
    profileId?.length ? inArray(batchGroups.profileId, profileId) : undefined,
    currency?.length ? inArray(batchGroups.sourceCurrency, currency) : undefined,
    owner ? eq(batchGroups.ownerId, owner === 'me' ? personId : owner) : undefined,
    ...matchesWords(query ?? ''),
  );
}

const matchesWords = (query: string): (SQL | undefined)[] =>
  plain(query).split(/\s+/).filter(Boolean).slice(0, 8).map(matchesWord);

function matchesWord(word: string): SQL | undefined {
  const within = `%${escapeLike(word)}%`;
  const from = `${escapeLike(word)}%`;
  return or(
    sql`${batchGroups.searchText} like ${within}`,
    sql`${profiles.searchText} like ${within}`,
    sql`${batchGroups.profileId} like ${from}`,
    sql`${batchGroups.wiseId}::text like ${from}`,
    sql`${batchGroups.id}::text like ${from}`,
  );
}
