import 'server-only';
import { and, asc, count, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { BulkChange, BulkSummary } from '../../../contracts/bulk.ts';
import { bulkCardState, bulkStatus } from '../../../contracts/bulk.schema.ts';
import { type Operator, scopeOf } from '../../auth/operator.ts';
import { bulkCards, bulkChanges } from '../../db/schema/bulk.ts';
import { cards } from '../../db/schema/cards.ts';
import { people } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { isHolderShown } from '../branches/own-branch.ts';
import { isOwnSide } from './own-side.ts';
import { reasonPlace } from './reason.ts';

const listedForMs = 7 * 24 * 60 * 60 * 1000;
const mostListed = 50;
type Row = typeof bulkChanges.$inferSelect;

export async function listBulkChanges(parts: Runtime, operator: Operator): Promise<BulkSummary[]> {
  const rows = await parts.store.db
    .select({ row: bulkChanges, name: people.name })
    .from(bulkChanges)
    .innerJoin(people, eq(people.id, bulkChanges.personId))
    .where(and(isOwnSide(operator), gt(bulkChanges.startedAt, new Date(Date.now() - listedForMs))))
    .orderBy(desc(bulkChanges.startedAt))
    .limit(mostListed);
  return summarise(parts, rows);
}

/** @throws AppError not_found for an unknown one and for another side's alike */
export async function readBulkSummary(
  parts: Runtime,
  operator: Operator,
  bulkId: string,
): Promise<BulkSummary> {
  const rows = await parts.store.db
    .select({ row: bulkChanges, name: people.name })
    .from(bulkChanges)
    .innerJoin(people, eq(people.id, bulkChanges.personId))
    .where(and(eq(bulkChanges.id, bulkId), isOwnSide(operator)));
  const [summary] = await summarise(parts, rows);
  if (!summary) throw new AppError('not_found');
  return summary;
}

export async function readBulkChange(
  parts: Runtime,
  operator: Operator,
  bulkId: string,
): Promise<BulkChange> {
  const summary = await readBulkSummary(parts, operator, bulkId);
  const scope = scopeOf(operator, 'cards.read') ?? { branchIds: [] };
  const rows = await parts.store.db
    .select({
      row: bulkCards,
      lastFourDigits: cards.lastFourDigits,
      cardHolderName: sql<string | null>`case when ${isHolderShown(scope)} then ${cards.cardHolderName} end`,
    })
    .from(bulkCards)
    .leftJoin(cards, eq(cards.token, bulkCards.cardToken))
    .where(eq(bulkCards.bulkId, bulkId))
    .orderBy(asc(bulkCards.position));
  return {
    ...summary,
    cards: rows.map(({ cardHolderName, lastFourDigits, row }) => ({
      profileId: row.profileId,
      cardToken: row.cardToken,
      lastFourDigits: lastFourDigits ?? '',
      cardHolderName,
      state: bulkCardState.parse(row.state),
      code: row.code,
      statusBefore: row.statusBefore,
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
  };
}

async function summarise(parts: Runtime, rows: { row: Row; name: string }[]): Promise<BulkSummary[]> {
  const ids = rows.map(({ row }) => row.id);
  if (ids.length === 0) return [];
  const counted = await parts.store.db
    .select({ bulkId: bulkCards.bulkId, state: bulkCards.state, count: count() })
    .from(bulkCards)
    .where(inArray(bulkCards.bulkId, ids))
    .groupBy(bulkCards.bulkId, bulkCards.state);
  const asOf = new Date().toISOString();
  return Promise.all(
    rows.map(async ({ name, row }) => ({
      id: row.id,
      status: bulkStatus.parse(row.status),
      reason: (await parts.texts.openFor(row.id, reasonPlace, row.reasonSealed)) ?? null,
      startedBy: name,
      startedAt: row.startedAt.toISOString(),
      stoppedAt: row.stoppedAt?.toISOString() ?? null,
      finishedAt: row.finishedAt?.toISOString() ?? null,
      counts: countsOf(counted.filter(({ bulkId }) => bulkId === row.id)),
      asOf,
    })),
  );
}

const countsOf = (rows: { state: string; count: number }[]): BulkSummary['counts'] => {
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    waiting: of('waiting'),
    begun: of('begun'),
    done: of('done'),
    'not-needed': of('not-needed'),
    refused: of('refused'),
    unknown: of('unknown'),
    'not-done': of('not-done'),
  };
};
