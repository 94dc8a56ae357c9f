import 'server-only';
import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { LegalHold, LegalHoldList } from '../../../contracts/legal-holds.ts';
import type { legalHoldsQuery } from '../../../contracts/legal-holds.schema.ts';
import { isPending } from '../../approvals/state.ts';
import type { Database } from '../../db/database.ts';
import { approvals } from '../../db/schema/approvals.ts';
import { cards } from '../../db/schema/cards.ts';
import { legalHolds } from '../../db/schema/retention.ts';
import { people } from '../../db/schema/staff.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { profiles } from '../../db/schema/wise.ts';
import type { Runtime } from '../../runtime.ts';
import { afterCursor, byMoment, inOrder, writeCursor } from '../keyset.ts';
import { readCutoff } from '../retention/cutoffs.ts';
import { escapeLike, plain } from '../search-text.ts';
import { reasonPlace, subjectOf } from './subject.ts';

type Query = z.output<typeof legalHoldsQuery>;
const lifters = alias(people, 'lifters');
const byPlaced = byMoment(legalHolds.placedAt);
const newestFirst = { ...byPlaced, key: legalHolds.id, isDescending: true };

const stateIs = { standing: isNull(legalHolds.liftedAt), lifted: isNotNull(legalHolds.liftedAt) };

const selectHolds = (db: Database, cutoff: Date) =>
  db
    .select({
      row: legalHolds,
      placed: byPlaced.held,
      profileName: profiles.name,
      lastFourDigits: cards.lastFourDigits,
      placedBy: people.name,
      liftedBy: lifters.name,
      pendingApprovalId: approvals.id,
      keeps: sql<number>`(select count(*)::int from ${cardTransactions}
        where ${cardTransactions.createdAt} < ${cutoff.toISOString()}::timestamptz
          and ${cardTransactions.cardToken} in (select held.token from ${cards} held
            where held.profile_id = ${legalHolds.profileId}
              and coalesce(${legalHolds.cardToken}, held.token) = held.token))`,
    })
    .from(legalHolds)
    .innerJoin(people, eq(people.id, legalHolds.placedBy))
    .leftJoin(lifters, eq(lifters.id, legalHolds.liftedBy))
    .leftJoin(profiles, eq(profiles.id, legalHolds.profileId))
    .leftJoin(cards, eq(cards.token, legalHolds.cardToken))
    .leftJoin(
      approvals,
      and(
        eq(approvals.resourceType, 'legal-hold'),
        eq(approvals.resourceId, sql`${legalHolds.id}::text`),
        isPending,
      ),
    );

/** The newest first. @throws AppError validation_failed */
export async function listLegalHolds(
  { store: { db }, texts }: Pick<Runtime, 'store' | 'texts'>,
  { cursor, limit, ...filters }: Query,
): Promise<LegalHoldList> {
  const wanted = matches(filters);
  const cutoff = await readCutoff(db, 'card-transactions');
  const [rows, [counted]] = await Promise.all([
    selectHolds(db, cutoff)
      .where(and(wanted, afterCursor(cursor, newestFirst)))
      .orderBy(...inOrder(newestFirst))
      .limit(limit + 1),
    db
      .select({ total: sql<number>`count(*)::int` })
      .from(legalHolds)
      .leftJoin(profiles, eq(profiles.id, legalHolds.profileId))
      .leftJoin(cards, eq(cards.token, legalHolds.cardToken))
      .where(wanted),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: await Promise.all(page.map((found) => toLegalHold({ texts }, found))),
    nextCursor: last ? writeCursor(last.placed, last.row.id) : null,
    total: counted?.total ?? 0,
    asOf: new Date().toISOString(),
  };
}

/** One with all that is told of it. */
export async function findLegalHold(db: Database, legalHoldId: string) {
  const cutoff = await readCutoff(db, 'card-transactions');
  const [found] = await selectHolds(db, cutoff).where(eq(legalHolds.id, legalHoldId));
  return found;
}

function matches({ cardToken, profileId, query, state }: Omit<Query, 'cursor' | 'limit'>): SQL | undefined {
  const pattern = query && `%${escapeLike(plain(query))}%`;
  return and(
    state?.length ? or(...state.map((one) => stateIs[one])) : undefined,
    profileId ? eq(legalHolds.profileId, profileId) : undefined,
    cardToken ? or(isNull(legalHolds.cardToken), eq(legalHolds.cardToken, cardToken)) : undefined,
    pattern
      ? or(
          sql`${profiles.searchText} like ${pattern}`,
          sql`${cards.searchText} like ${pattern}`,
          inArray(legalHolds.profileId, [query]),
        )
      : undefined,
  );
}

type Found = Awaited<ReturnType<typeof selectHolds>>[number];

async function toLegalHold({ texts }: Pick<Runtime, 'texts'>, found: Found): Promise<LegalHold> {
  const { keeps, lastFourDigits, liftedBy, pendingApprovalId, placedBy, profileName, row } = found;
  return {
    id: row.id,
    profileId: row.profileId,
    profileName: profileName ?? `Profile ${row.profileId}`,
    cardToken: row.cardToken,
    lastFourDigits,
    reason: (await texts.openFor(subjectOf(row), reasonPlace, row.reasonSealed)) ?? null,
    placedBy,
    placedAt: row.placedAt.toISOString(),
    liftedBy,
    liftedAt: row.liftedAt?.toISOString() ?? null,
    pendingApprovalId,
    keeps,
  };
}
