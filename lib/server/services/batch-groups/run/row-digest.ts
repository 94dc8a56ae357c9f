import 'server-only';
import { createHash } from 'node:crypto';
import { transferDetailsOf } from '../file/transfer-details.ts';
import type { RowContent } from '../rows/content.ts';
import type { Row } from './row-outcome.ts';

type Payment = Pick<Row, 'accountDigest' | 'recipientId' | 'fixedSide' | 'amount' | 'targetCurrency'>;

/** Of a name that differs from the bank's, and was accepted all the same. */
const isNameAccepted = (code: string): boolean => code.startsWith('name:');

/** The same for the same payment: to whom, how much on which side, with which words, under which accepted name. */
export function rowDigest(row: Payment, { accepted, cells }: Pick<RowContent, 'accepted' | 'cells'>): string {
  const transfer = Object.entries(transferDetailsOf(cells)).sort(([one], [other]) => (one < other ? -1 : 1));
  const payment = [
    row.accountDigest ?? `recipient ${row.recipientId}`,
    cells.name ?? '',
    row.fixedSide,
    row.amount,
    row.targetCurrency,
    cells.paymentReference ?? '',
    accepted.filter(isNameAccepted).sort(),
    ...(transfer.length > 0 ? [transfer] : []),
  ];
  return createHash('sha256').update(JSON.stringify(payment)).digest('base64url');
}
