import 'server-only';
import { and, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import { cardTransactions, startOf } from '../../db/schema/transactions.ts';

/** Every payment of the archive that came with it, as reason or as detail. */
export function isOfCode(code: string | SQL): SQL | undefined {
  const { declineReason, detailedDeclineReason } = cardTransactions;
  return or(
    ...[declineReason, detailedDeclineReason].map((column) =>
      and(isNotNull(column), sql`${startOf(column)} = ${code}`, sql`${column} = ${code}`),
    ),
  );
}
