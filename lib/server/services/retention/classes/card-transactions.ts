import 'server-only';
import { and, asc, eq, not, or, sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { caseTransactions, declineCases } from '../../../db/schema/cases.ts';
import { cardTransactionIds as ids, cardTransactions as archive } from '../../../db/schema/transactions.ts';
import { lockCards } from '../../card-transactions/archive/second-try.ts';
import { byMoment } from '../../keyset.ts';
import { isCardHeld } from '../../legal-holds/is-held.ts';
import { isOfAge, reachedOf } from './plain-class.ts';
import { perPortion, type RetentionWork } from './retention-work.ts';

/** A case needs its own payment and the linked ones, closed or not, for as long as it is kept itself. */
const isNeeded = or(
  sql`exists (select 1 from ${declineCases} where ${declineCases.transactionId} = ${ids.transactionId}
    and ${declineCases.profileId} = ${ids.profileId})`,
  sql`exists (select 1 from ${caseTransactions} where ${caseTransactions.transactionId} = ${ids.transactionId}
    and ${caseTransactions.profileId} = ${ids.profileId})`,
  isCardHeld(ids.profileId, archive.cardToken),
);

const isTheSame = and(
  eq(archive.createdAt, ids.createdAt),
  eq(archive.transactionId, ids.transactionId),
  eq(archive.profileId, ids.profileId),
);

/** Row by row, never by the month: what counts them hears of each. */
export const cardTransactionsClass: RetentionWork = {
  count: (db, range) => db.$count(ids, isOfAge(ids.createdAt, range)),
  async deleteSome(tx, range) {
    const due = await tx
      .select({
        profile_id: ids.profileId,
        transaction_id: ids.transactionId,
        at: byMoment(ids.createdAt).held,
        cardToken: archive.cardToken,
      })
      .from(ids)
      .leftJoin(archive, isTheSame)
      .where(and(isOfAge(ids.createdAt, range), isNeeded && not(isNeeded)))
      .orderBy(asc(ids.createdAt))
      .limit(perPortion);
    if (due.length > 0) {
      await lockCards(
        tx,
        due.flatMap(({ cardToken }) => cardToken ?? []),
      );
      await deleteEverywhere(tx, due, range.until);
    }
    return { deleted: due.length, reached: reachedOf(due) };
  },
};

async function deleteEverywhere(tx: Database, due: readonly object[], until: Date): Promise<void> {
  const tables = [
    'card_transaction_steps',
    'card_transactions',
    'card_transaction_ids',
    'transaction_export_changes',
  ];
  for (const table of tables)
    await tx.execute(sql`delete from ${sql.identifier(table)} kept
      using jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as due(profile_id text, transaction_id bigint, at timestamptz)
      where kept.created_at = due.at and kept.transaction_id = due.transaction_id and kept.profile_id = due.profile_id
        and kept.created_at < ${until.toISOString()}::timestamptz`);
}
