import 'server-only';
import { inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database, Store } from '../../../db/database.ts';
import { insertMany } from '../../../db/many-rows.ts';
import {
  cardTransactionIds as ids,
  cardTransactionSteps as steps,
  cardTransactions as archive,
} from '../../../db/schema/transactions.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import { readCardsOf } from './follow-cards.ts';
import { tellAsAgreed } from '../../new-codes/tell-as-agreed.ts';
import { readValuer } from '../reporting/values.ts';
import { withinRetention } from '../../retention/within-retention.ts';
import { ensureMonths } from './months.ts';
import { keepSecondTries, lockCards } from './second-try.ts';
import type { ToldTransaction } from './told-transaction.ts';
import { type ArchiveRow, stepOf, toRow } from './to-row.ts';

/** Pages with this many changes at once read their lists again anyway. */
const mostTold = 20;

const unknownCard = { programme: null, holderWords: null, lastFourDigits: null };

export interface Kept {
  /** New in the archive, or with another state or figure than before. */
  changed: { profileId: string; transactionId: string }[];
}

/**
 * Takes what Wise told into the archive: each state once, and the present state by Wise's own time of change, in whatever
 * order and however often it was told. Open pages hear of what changed. What has passed its time is not taken in again.
 * @param told those whose times cannot be read are passed over
 * @param reportingCurrency in which what was billed is valued as well, where the rate is known already
 */
export async function keepTransactions(
  store: Store,
  told: readonly ToldTransaction[],
  reportingCurrency: string,
): Promise<Kept> {
  const readable = told.flatMap((one) => {
    const row = toRow(one);
    return row ? [{ one, row }] : [];
  });
  const rows = await withinRetention(store.db, readable);
  if (rows.length === 0) return { changed: [] };
  await ensureMonths(
    store,
    rows.map(({ row }) => row.createdAt),
  );
  return store.db.transaction(async (tx) => {
    await lockCards(
      tx,
      rows.map(({ row }) => row.cardToken),
    );
    const madeAt = await readMoments(
      tx,
      rows.map(({ row }) => row),
    );
    const cardOf = await readCardsOf(
      tx,
      rows.map(({ row }) => row.cardToken),
    );
    const known = rows.map(({ one, row }) => ({
      one,
      row: {
        ...row,
        ...(cardOf.get(row.cardToken) ?? unknownCard),
        createdAt: madeAt.get(keyOf(row)) ?? row.createdAt,
      },
    }));
    const { value } = await readValuer(
      tx,
      reportingCurrency,
      known.map(({ row }) => row),
    );
    const { hasNewCode, rows: placed } = await tellAsAgreed(
      tx,
      known.map(({ row }) => ({ ...row, ...value(row) })),
    );
    const changed = await keepPresentStates(tx, placed);
    await keepSecondTries(tx, placed);
    const isChanged = new Set(changed.map(keyOf));
    const kept = known.flatMap(({ one }, place) => {
      const row = placed[place];
      return row && (one.source === 'webhook' || isChanged.has(keyOf(row))) ? [stepOf(one, row)] : [];
    });
    await insertMany(tx, steps, kept, sql`on conflict do nothing`);
    if (hasNewCode) await publishEvent(tx, { type: 'new-codes.changed' });
    if (changed.length <= mostTold)
      await publishEvent(
        tx,
        ...changed.map(({ cardToken, isTold, profileId, transactionId }) => ({
          type: 'card-transaction.changed' as const,
          profileId,
          cardToken,
          transactionId,
          ...(!isTold && { isHidden: true as const }),
        })),
      );
    return { changed };
  });
}

const keyOf = ({ profileId, transactionId }: { profileId: string; transactionId: string }) =>
  `${profileId} ${transactionId}`;

/** When each was made as it was told first; a moment told later with more or fewer digits does not count. */
async function readMoments(tx: Database, rows: readonly ArchiveRow[]): Promise<Map<string, Date>> {
  const named = new Map(
    rows.map(({ createdAt, profileId, transactionId }) => [
      `${profileId} ${transactionId}`,
      { profileId, transactionId, createdAt },
    ]),
  );
  // In one order everywhere, so that two who keep the same ones wait for each other and never across.
  const sorted = [...named].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  await insertMany(tx, ids, sorted, sql`on conflict do nothing`);
  const found = await tx
    .select()
    .from(ids)
    .where(
      inArray(
        ids.transactionId,
        sorted.map(({ transactionId }) => transactionId),
      ),
    );
  return new Map(found.map((row) => [keyOf(row), row.createdAt]));
}

/** One statement takes a row once: of several states of one transaction the last one told stands. */
function newestOfEach(rows: readonly ArchiveRow[]): ArchiveRow[] {
  const newest = new Map<string, ArchiveRow>();
  for (const row of rows) {
    const other = newest.get(keyOf(row));
    if (!other || isLater(row, other)) newest.set(keyOf(row), row);
  }
  return [...newest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** Told for the same second, what can follow the other stands: a hold is released or taken, a released one can still be taken. */
const ranks: Record<string, number> = { IN_PROGRESS: 0, DECLINED: 2, CANCELLED: 2, COMPLETED: 3 };
const otherRank = 1;
const rankOf = (state: string) => ranks[state] ?? otherRank;

function isLater(one: ArchiveRow, other: ArchiveRow): boolean {
  const by = one.modifiedAt.getTime() - other.modifiedAt.getTime();
  return by !== 0 ? by > 0 : rankOf(one.state) >= rankOf(other.state);
}

const nameOf = (column: PgColumn) => sql.identifier(column.name);
const fresh = (column: PgColumn) => sql`excluded.${nameOf(column)}`;
const rank = (state: SQL | PgColumn) =>
  sql`case ${state} ${sql.join(
    Object.entries(ranks).map(([name, place]) => sql.raw(`when '${name}' then ${place}`)),
    sql` `,
  )} else ${sql.raw(String(otherRank))} end`;

/** What everybody sees of it: another value is a change. */
const toldFigures = [
  archive.state,
  archive.type,
  archive.amount,
  archive.currency,
  archive.billingAmount,
  archive.billingCurrency,
  archive.toldReason,
];
/** With what compliance alone sees. */
const figures = [...toldFigures, archive.declineReason, archive.detailedDeclineReason];
const replaced = [
  ...figures,
  archive.modifiedAt,
  archive.purgeAt,
  archive.amountWithFees,
  archive.amountWithFeesCurrency,
  archive.fees,
  archive.source,
  archive.toldAt,
];
/** What one source does not name stays as the other named it. */
const filledIn = [
  archive.merchantName,
  archive.merchantCity,
  archive.merchantCountry,
  archive.merchantZipCode,
  archive.mcc,
  archive.merchantCategory,
  archive.authorisationMethod,
  archive.approvalCode,
  archive.arn,
  archive.pinValidationResult,
  archive.balanceChannelReferenceId,
  archive.movements,
  archive.programme,
  archive.holderWords,
  archive.lastFourDigits,
];

/** Stands while what was billed is the same: a value that waits for its rate takes none away. */
const valued = [
  archive.reportingAmount,
  archive.reportingCurrency,
  archive.reportingRate,
  archive.reportingDay,
];

const present = (column: PgColumn) => sql`${archive}.${nameOf(column)}`;
const listOf = (columns: PgColumn[], of: (column: PgColumn) => SQL) => sql.join(columns.map(of), sql`, `);
const isNewer = sql`(${fresh(archive.modifiedAt)}, ${rank(fresh(archive.state))})
    > (${present(archive.modifiedAt)}, ${rank(present(archive.state))})
  or (${fresh(archive.modifiedAt)} = ${present(archive.modifiedAt)}
    and ${fresh(archive.state)} = ${present(archive.state)}
    and ${fresh(archive.source)} = 'reading' and ${present(archive.source)} = 'webhook')`;
const isValuedAnew = sql`${fresh(archive.reportingCurrency)} is not null
  or (${fresh(archive.billingAmount)}, ${fresh(archive.billingCurrency)})
    is distinct from (${present(archive.billingAmount)}, ${present(archive.billingCurrency)})`;
const hasChanged = (columns: PgColumn[]) =>
  sql`(${listOf(columns, fresh)}) is distinct from (${listOf(columns, present)})`;
const changedAt = (column: PgColumn, columns: PgColumn[]) =>
  sql`${nameOf(column)} = case when ${hasChanged(columns)} then now() else ${present(column)} end`;

async function keepPresentStates(tx: Database, rows: readonly ArchiveRow[]) {
  const newest = newestOfEach(rows);
  const set = sql.join(
    [
      ...replaced.map((column) => sql`${nameOf(column)} = ${fresh(column)}`),
      ...filledIn.map((column) => sql`${nameOf(column)} = coalesce(${fresh(column)}, ${present(column)})`),
      ...valued.map(
        (column) =>
          sql`${nameOf(column)} = case when ${isValuedAnew} then ${fresh(column)} else ${present(column)} end`,
      ),
      changedAt(archive.changedAt, figures),
      changedAt(archive.toldChangedAt, toldFigures),
    ],
    sql`, `,
  );
  await insertMany(
    tx,
    archive,
    newest,
    sql`on conflict (${listOf([archive.createdAt, archive.transactionId, archive.profileId], (column) => sql`${nameOf(column)}`)})
      do update set ${set} where ${isNewer}`,
  );
  const found = await tx
    .select({
      profileId: archive.profileId,
      transactionId: archive.transactionId,
      cardToken: archive.cardToken,
      isTold: sql<boolean>`${archive.toldChangedAt} = now()`,
    })
    .from(archive)
    .where(
      sql`${archive.changedAt} = now() and ${inArray(
        archive.transactionId,
        newest.map(({ transactionId }) => transactionId),
      )} and ${inArray(archive.createdAt, [...new Set(newest.map(({ createdAt }) => createdAt))])}`,
    );
  return found;
}
