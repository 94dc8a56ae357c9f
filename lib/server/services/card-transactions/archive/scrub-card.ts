import 'server-only';
import { and, inArray, isNotNull, or } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { cardTransactions as archive } from '../../../db/schema/transactions.ts';
import { lockCards } from './second-try.ts';

/**
 * Wise has purged these cards: what leads from their payments to a person or a place goes, as the holder's name does. What was
 * paid, when, and with what kind of shop stays for the books.
 */
export async function scrubCards(tx: Database, cardTokens: readonly string[]): Promise<void> {
  if (cardTokens.length === 0) return;
  const traces = {
    approvalCode: null,
    arn: null,
    balanceChannelReferenceId: null,
    movements: null,
    merchantCity: null,
    merchantZipCode: null,
  };
  await lockCards(tx, cardTokens);
  await tx
    .update(archive)
    .set(traces)
    .where(
      and(
        inArray(archive.cardToken, [...cardTokens]),
        or(
          isNotNull(archive.approvalCode),
          isNotNull(archive.arn),
          isNotNull(archive.balanceChannelReferenceId),
          isNotNull(archive.movements),
          isNotNull(archive.merchantCity),
          isNotNull(archive.merchantZipCode),
        ),
      ),
    );
}
