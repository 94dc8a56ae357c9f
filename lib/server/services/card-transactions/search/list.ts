import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { Holder } from '../../../../catalogues/console-permissions.ts';
import type {
  ArchivedTransaction,
  TransactionsList,
  TransactionsSort,
} from '../../../../contracts/transactions.ts';
import type { CardScope, Reader } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { cards } from '../../../db/schema/cards.ts';
import { profiles } from '../../../db/schema/wise.ts';
import type { Runtime } from '../../../runtime.ts';
import { isHolderShown, nameOfProfile } from '../../branches/own-branch.ts';
import { type ToldRow, toTransaction } from '../archive/read-archived.ts';
import { readChangedSince } from '../exports/changed-since.ts';
import { toReporting } from '../reporting/tell-value.ts';
import { tellTransaction } from '../tell.ts';
import { conditionsFor, type TransactionFilters } from './conditions.ts';
import { countTransactions, findTransactions } from './find.ts';

/** More than these are told as "more than". */
const mostTold = 10_000;
/** So many are gathered and sorted quickly; of what is found more often a page is soon full along the order. */
export const few = mostTold;

interface Page {
  sort: TransactionsSort;
  cursor?: string | undefined;
  limit: number;
}

interface Parts extends Pick<Runtime, 'store'> {
  env: Pick<Runtime['env'], 'reportingCurrency'>;
}

/** One page of the archive, as the reader may know it. @throws AppError validation_failed */
export async function listArchivedTransactions(
  { env, store: { db } }: Parts,
  reader: Reader,
  scope: CardScope,
  { cursor, limit, sort, ...filters }: TransactionFilters & Page,
): Promise<TransactionsList> {
  const conditions = await conditionsFor(db, reader, scope, filters);
  const asOf = new Date().toISOString();
  const counted = await countTransactions(db, conditions, mostTold);
  const isFew = counted <= few && !conditions.isOpen;
  const { rows, nextCursor } = await findTransactions(db, conditions, { cursor, limit, sort, isFew });
  const told = await tellRows(db, reader, scope, rows);
  const changedSince = await readChangedSince(db, reader, told, filters.changedSinceExport);
  return {
    items: told.map((one) => ({ ...one, changedSince: changedSince(one) })),
    nextCursor,
    reportingCurrency: env.reportingCurrency,
    total: Math.min(counted, mostTold),
    isTotalCapped: counted > mostTold,
    asOf,
  };
}

/** Rows with their cards and profiles, as far as the reader is told of them. */
export async function tellRows(
  db: Database,
  reader: Holder,
  scope: CardScope,
  rows: readonly ToldRow[],
): Promise<ArchivedTransaction[]> {
  if (rows.length === 0) return [];
  const [owners, names] = await Promise.all([
    db
      .select({
        token: cards.token,
        lastFourDigits: cards.lastFourDigits,
        cardHolderName: cards.cardHolderName,
        isShown: isHolderShown(scope),
      })
      .from(cards)
      // One list: of an export's thousands of names each would be a part of the statement.
      .where(
        sql`${cards.token} = any(${sql.param([...new Set(rows.map(({ cardToken }) => cardToken))])}::text[])`,
      ),
    db
      .select({ id: profiles.id, type: profiles.type, name: profiles.name })
      .from(profiles)
      .where(inArray(profiles.id, [...new Set(rows.map(({ profileId }) => profileId))])),
  ]);
  const ownerOf = new Map(owners.map((owner) => [owner.token, owner]));
  const profileOf = new Map(names.map((profile) => [profile.id, profile]));
  return rows.map((row) => {
    const owner = ownerOf.get(row.cardToken);
    const isShown = scope === 'all' || owner?.isShown === true;
    const profile = profileOf.get(row.profileId);
    const transaction = toTransaction(row);
    return {
      ...tellTransaction(reader, transaction),
      reporting: toReporting(row),
      profileId: row.profileId,
      profileName: profile ? nameOfProfile(profile, isShown) : `Profile ${row.profileId}`,
      lastFourDigits: owner?.lastFourDigits ?? null,
      cardHolderName: isShown ? (owner?.cardHolderName ?? null) : null,
      source: row.source,
      toldAt: row.toldAt.toISOString(),
      declineTitle: transaction.reason?.explainTo(reader).title ?? null,
    };
  });
}
