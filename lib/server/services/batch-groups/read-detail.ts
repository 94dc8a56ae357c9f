import 'server-only';
import Big from 'big.js';
import { eq, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { BatchGroupDetail, BatchGroupPath } from '../../../contracts/batch-groups.ts';
import type { Database } from '../../db/database.ts';
import { batchGroups, batchRows } from '../../db/schema/batches.ts';
import { people } from '../../db/schema/staff.ts';
import { profiles } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { readGroupApproval } from './group-approval.ts';
import { readLinks } from './returned/links.ts';
import { countStates, groupColumns, isGroup, type Numbers, toBatchGroup } from './read-groups.ts';

/** Wise: what nobody funded is cancelled after 14 days. */
export const unfundedForDays = 14;
const rateOverSeconds = 60;
const endedStatuses: readonly string[] = ['FUNDED', 'CHARGED_BACK', 'CANCELLED', 'CANCELLING', 'DISCARDED'];
const sideSchema = z.enum(['source', 'target']);

/** One group as it stands in the register, with its sums. @throws AppError not_found */
export async function readBatchGroup(
  { store: { db } }: Pick<Runtime, 'store'>,
  path: BatchGroupPath,
): Promise<BatchGroupDetail> {
  const starter = alias(people, 'starter');
  const [found] = await db
    .select({ ...groupColumns, startedBy: starter.name, blockedAt: profiles.transfersBlockedAt })
    .from(batchGroups)
    .innerJoin(people, eq(people.id, batchGroups.ownerId))
    .leftJoin(profiles, eq(profiles.id, batchGroups.profileId))
    .leftJoin(starter, eq(starter.id, batchGroups.startedBy))
    .where(isGroup(path));
  if (!found) throw new AppError('not_found');
  const { row } = found;
  const [sums, approval, links] = await Promise.all([
    sumRows(db, row.id),
    readGroupApproval(db, row, found.status),
    readLinks(db, row),
  ]);
  const group = toBatchGroup(found, numbersOf(sums));
  const firstSentAt = earliest(sums.flatMap(({ firstSentAt: at }) => at ?? []));
  const hasEnded = endedStatuses.includes(group.status);
  return {
    ...group,
    approval,
    wiseVersion: row.wiseVersion,
    totals: {
      inGroup: group.total?.amount ?? '0',
      fees: add(sums.filter(isInGroup).map(({ fee }) => fee)),
      toCome: sumFixed(row.sourceCurrency, sums.filter(isReady)),
      heldBack: sumFixed(
        row.sourceCurrency,
        sums.filter(({ state }) => state === 'held-back' || state === 'refused'),
      ),
    },
    newPayees: sums
      .filter(({ state }) => state !== 'left-out')
      .reduce((count, { newPayees }) => count + newPayees, 0),
    startedAt: row.startedAt?.toISOString() ?? null,
    startedBy: found.startedBy,
    stopCode: row.stopCode,
    blockedAtWiseAt: found.blockedAt?.toISOString() ?? null,
    rowsPerMinute: group.status === 'RUNNING' ? sums.reduce((count, { lately }) => count + lately, 0) : null,
    transfersEndAt: firstSentAt && !hasEnded ? daysAfter(firstSentAt, unfundedForDays) : null,
    ...links,
    asOf: new Date().toISOString(),
  };
}

type Sum = Awaited<ReturnType<typeof sumRows>>[number];
const isInGroup = ({ state }: Sum): boolean => state === 'in-group';
const isReady = ({ state }: Sum): boolean => ['waiting', 'sending', 'asking-wise'].includes(state);

/** Every sum and count of the rows in one reading: a page that follows a run asks for it each second. */
const sumRows = (db: Database, groupId: string) =>
  db
    .select({
      state: batchRows.state,
      side: batchRows.fixedSide,
      targetCurrency: batchRows.targetCurrency,
      rows: sql<number>`count(*)::int`,
      rowsWithAmount: sql<number>`count(${batchRows.amount})::int`,
      amount: sumOf(batchRows.amount),
      sourceAmount: sumOf(batchRows.sourceAmount),
      fee: sumOf(batchRows.fee),
      newPayees: sql<number>`(count(*) filter (where ${batchRows.isNewPayee}))::int`,
      lately: sql<number>`(count(*) filter (where ${batchRows.state} in ('in-group', 'refused')
        and ${batchRows.changedAt} > now() - ${rateOverSeconds} * interval '1 second'))::int`,
      firstSentAt: sql<string | null>`min(${batchRows.transferAskedAt})::text`,
    })
    .from(batchRows)
    .where(eq(batchRows.groupId, groupId))
    .groupBy(batchRows.state, batchRows.fixedSide, batchRows.targetCurrency);
const sumOf = (column: PgColumn) => sql<string | null>`sum(${column}::numeric)::text`;

function numbersOf(sums: readonly Sum[]): Numbers {
  const inGroup = sums.filter(isInGroup);
  return {
    rows: countStates(sums),
    total: inGroup.length === 0 ? null : add(inGroup.map(({ sourceAmount }) => sourceAmount)),
  };
}

/** Fixed amounts per currency and side, of rows whose amount and currency are known. */
function sumFixed(sourceCurrency: string, sums: readonly Sum[]): BatchGroupDetail['totals']['toCome'] {
  const found = new Map<string, BatchGroupDetail['totals']['toCome'][number]>();
  for (const { amount, rowsWithAmount, side: fixed, targetCurrency } of sums) {
    if (amount === null || targetCurrency === null) continue;
    const side = sideSchema.parse(fixed);
    const currency = side === 'source' ? sourceCurrency : targetCurrency;
    const known = found.get(`${currency} ${side}`) ?? { amount: '0', currency, side, rows: 0 };
    found.set(`${currency} ${side}`, {
      ...known,
      amount: add([known.amount, amount]),
      rows: known.rows + rowsWithAmount,
    });
  }
  return [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}

const add = (amounts: readonly (string | null)[]): string =>
  amounts.reduce((sum, amount) => sum.plus(amount ?? '0'), new Big(0)).toFixed();

const earliest = (moments: readonly string[]): Date | undefined =>
  moments.map((moment) => new Date(moment)).sort((one, other) => one.getTime() - other.getTime())[0];

const daysAfter = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString();
