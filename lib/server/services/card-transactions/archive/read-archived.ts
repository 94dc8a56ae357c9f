import 'server-only';
import { and, asc, eq, getTableColumns, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionStep } from '../../../../contracts/card-transactions.ts';
import { money, movements } from '../../../../contracts/card-transactions.schema.ts';
import { GuardedReason } from '../../../catalogues/decline-reasons/guarded-reason.ts';
import type { Database } from '../../../db/database.ts';
import {
  cardTransactionIds,
  cardTransactionSteps,
  cardTransactions,
} from '../../../db/schema/transactions.ts';
import type { TransactionDetail } from '../../../wise/resources/to-wise-transaction.ts';

/** What is told of a row; by the other columns it is found. Whoever reads thousands of rows waits for each column. */
const {
  changedAt,
  holderWords,
  lastFourDigits,
  outcome,
  programme,
  toldChangedAt,
  toldReason,
  wentThroughAt,
  ...told
} = getTableColumns(cardTransactions);
export const toldColumns = told;
export type ToldRow = Pick<typeof cardTransactions.$inferSelect, keyof typeof told>;

interface Path {
  profileId: string;
  transactionId: string;
}

const keptFees = z.array(money.extend({ fee_type: z.string().nullable() }));
/** Of most rows. */
const noFees = '[]';
const noMovements = { debits: [], credits: [] };
const moneyOrNull = (amount: string | null, currency: string | null) =>
  amount === null || currency === null ? null : { amount, currency };

/** A row of the archive as Wise's API tells a transaction; its reason stays closed. */
export function toTransaction(row: ToldRow): TransactionDetail {
  return {
    id: row.transactionId,
    cardToken: row.cardToken,
    type: row.type,
    state: row.state,
    reason: GuardedReason.of(row.state, row.declineReason, row.detailedDeclineReason),
    creationTime: row.createdAt.toISOString(),
    modificationTime: row.modifiedAt.toISOString(),
    purgeTime: row.purgeAt?.toISOString() ?? null,
    transactionAmount: { amount: row.amount, currency: row.currency },
    fees: row.fees === noFees ? [] : keptFees.parse(JSON.parse(row.fees)),
    transactionAmountWithFees: moneyOrNull(row.amountWithFees, row.amountWithFeesCurrency),
    billingAmount: moneyOrNull(row.billingAmount, row.billingCurrency),
    merchant: {
      name: row.merchantName,
      country: row.merchantCountry,
      city: row.merchantCity,
      zipCode: row.merchantZipCode,
      mcc: row.mcc,
      category: row.merchantCategory,
    },
    authorisationMethod: row.authorisationMethod,
    approvalCode: row.approvalCode,
    arn: row.arn,
    pinValidationResult: row.pinValidationResult,
    balanceChannelReferenceId: row.balanceChannelReferenceId,
    ...(row.movements === null ? noMovements : movements.parse(JSON.parse(row.movements))),
  };
}

/** What the archive holds of one; undefined where it holds nothing. */
export async function findArchived(
  db: Database,
  path: Path,
): Promise<{ transaction: TransactionDetail; toldAt: Date } | undefined> {
  const [row] = await selectTransactions(db, isOf(path));
  return row && { transaction: toTransaction(row.kept), toldAt: row.kept.toldAt };
}

/** Every state that was told, the oldest first. */
export async function readSteps(db: Database, path: Path): Promise<TransactionStep[]> {
  const rows = await selectSteps(db, isOf(path));
  return rows.map(({ kept }) => toStep(kept));
}

const isOf = ({ profileId, transactionId }: Path) =>
  and(eq(cardTransactionIds.transactionId, transactionId), eq(cardTransactionIds.profileId, profileId));

/** By their ids, which lead to the month's partition. @param which a condition on `card_transaction_ids` */
export const selectTransactions = (db: Database, which: SQL | undefined) =>
  db
    .select({ kept: cardTransactions })
    .from(cardTransactionIds)
    .innerJoin(
      cardTransactions,
      and(
        eq(cardTransactions.createdAt, cardTransactionIds.createdAt),
        eq(cardTransactions.transactionId, cardTransactionIds.transactionId),
        eq(cardTransactions.profileId, cardTransactionIds.profileId),
      ),
    )
    .where(which);

/** Every state that was told of them, the oldest first. @param which a condition on `card_transaction_ids` */
export const selectSteps = (db: Database, which: SQL | undefined) =>
  db
    .select({ kept: cardTransactionSteps })
    .from(cardTransactionIds)
    .innerJoin(
      cardTransactionSteps,
      and(
        eq(cardTransactionSteps.createdAt, cardTransactionIds.createdAt),
        eq(cardTransactionSteps.transactionId, cardTransactionIds.transactionId),
        eq(cardTransactionSteps.profileId, cardTransactionIds.profileId),
      ),
    )
    .where(which)
    .orderBy(asc(cardTransactionSteps.occurredAt), asc(cardTransactionSteps.receivedAt));

export const toStep = (kept: typeof cardTransactionSteps.$inferSelect): TransactionStep => ({
  step: kept.step === '' ? null : kept.step,
  state: kept.state,
  amount: { amount: kept.amount, currency: kept.currency },
  billingAmount: moneyOrNull(kept.billingAmount, kept.billingCurrency),
  occurredAt: kept.occurredAt.toISOString(),
  source: kept.source === 'webhook' ? 'webhook' : 'reading',
  toldAt: kept.toldAt.toISOString(),
});
