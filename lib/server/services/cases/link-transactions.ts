import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { linkTransactionsBody, unlinkTransactionBody } from '../../../contracts/cases.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { caseTransactions } from '../../db/schema/cases.ts';
import { cardTransactionIds } from '../../db/schema/transactions.ts';
import { AppError } from '../../http/app-error.ts';
import { lockWhatIsKept } from '../legal-holds/is-held.ts';
import { type CaseParts, moveCase, requireOpen } from './move-case.ts';

type Named = z.output<typeof linkTransactionsBody>['transactions'][number];

/** Anybody of the desk may say what else belongs to an open case. @throws AppError not_found, case_closed, conflict */
export const linkTransactions = (
  parts: CaseParts,
  operator: Operator,
  caseId: string,
  { transactions, version }: z.output<typeof linkTransactionsBody>,
) =>
  moveCase(parts, operator, {
    caseId,
    version,
    async plan(locked, tx) {
      requireOpen(locked);
      const { row } = locked;
      await lockWhatIsKept(tx);
      const found = await Promise.all(transactions.map((one) => findTransaction(tx, one)));
      const isOwn = (one: Named) =>
        one.transactionId === row.transactionId && one.profileId === row.profileId;
      if (found.some(isOwn))
        throw new AppError('conflict', { detail: 'The case is about this transaction.' });
      const added = await tx
        .insert(caseTransactions)
        .values(found.map((one) => ({ ...one, caseId, linkedBy: operator.personId })))
        .onConflictDoNothing()
        .returning({ transactionId: caseTransactions.transactionId });
      if (added.length === 0) throw new AppError('conflict', { detail: 'It belongs to the case already.' });
      return {
        kind: 'linked',
        details: { transactions: added.map(({ transactionId }) => transactionId) },
      };
    },
  });

/** @throws AppError not_found where it does not belong to the case, case_closed, conflict */
export const unlinkTransaction = (
  parts: CaseParts,
  operator: Operator,
  caseId: string,
  { profileId, transactionId, version }: z.output<typeof unlinkTransactionBody>,
) =>
  moveCase(parts, operator, {
    caseId,
    version,
    async plan(locked, tx) {
      requireOpen(locked);
      const removed = await tx
        .delete(caseTransactions)
        .where(
          and(
            eq(caseTransactions.caseId, caseId),
            eq(caseTransactions.transactionId, transactionId),
            eq(caseTransactions.profileId, profileId),
          ),
        )
        .returning({ transactionId: caseTransactions.transactionId });
      if (removed.length === 0) throw new AppError('not_found');
      return { kind: 'unlinked', details: { transactions: [transactionId] } };
    },
  });

/** Ids are Wise's own; whoever names no profile means the one transaction of that id. */
async function findTransaction(tx: Database, { profileId, transactionId }: Named) {
  const found = await tx
    .select()
    .from(cardTransactionIds)
    .where(
      and(
        sql`${cardTransactionIds.transactionId} = ${transactionId}::numeric`,
        profileId === undefined ? undefined : eq(cardTransactionIds.profileId, profileId),
      ),
    )
    .limit(2);
  const [one, another] = found;
  if (!one || another)
    throw new AppError('not_found', { detail: `No transaction ${transactionId} is known here.` });
  return one;
}
