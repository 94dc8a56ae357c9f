import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { ReportingValue } from '../../../../contracts/card-transactions.ts';
import type { Database } from '../../../db/database.ts';
import { cardTransactionIds } from '../../../db/schema/transactions.ts';
import { selectTransactions } from '../archive/read-archived.ts';
import type { Valued } from './values.ts';

export const toReporting = (row: Valued): ReportingValue | null =>
  row.reportingCurrency === null || row.reportingDay === null
    ? null
    : {
        amount: row.reportingAmount,
        currency: row.reportingCurrency,
        rate: row.reportingRate,
        day: row.reportingDay,
      };

/** What the archive values of a profile's transactions; null where it does not know one yet. */
export async function readValues(
  db: Database,
  profileId: string,
  transactionIds: string[],
): Promise<(transactionId: string) => ReportingValue | null> {
  if (transactionIds.length === 0) return () => null;
  const { profileId: of, transactionId } = cardTransactionIds;
  const rows = await selectTransactions(db, and(eq(of, profileId), inArray(transactionId, transactionIds)));
  const values = new Map(rows.map(({ kept }) => [kept.transactionId, toReporting(kept)]));
  return (id) => values.get(id) ?? null;
}
