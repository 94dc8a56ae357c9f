import 'server-only';
import Big from 'big.js';
import type { batchRows } from '../../../db/schema/batches.ts';

type Row = Pick<typeof batchRows.$inferSelect, 'sourceAmount' | 'quoteExpiresAt' | 'transferStatus'>;

/** Wise: a transfer that nobody has paid for yet. */
export const waitingForMoney = 'incoming_payment_waiting';

/** What the transfers take together; null where Wise has not said it of each. */
export function totalOf(rows: readonly Pick<Row, 'sourceAmount'>[]): string | null {
  if (rows.length === 0 || rows.some(({ sourceAmount }) => sourceAmount === null)) return null;
  return rows.reduce((sum, { sourceAmount }) => sum.plus(sourceAmount ?? 0), new Big(0)).toFixed();
}

/** Wise may take another amount for a transfer whose quote has ended before it was paid for. */
export const hasEndedQuote = (
  { quoteExpiresAt, transferStatus }: Pick<Row, 'quoteExpiresAt' | 'transferStatus'>,
  at: Date,
): boolean => transferStatus === waitingForMoney && quoteExpiresAt !== null && quoteExpiresAt < at;

/** From these nobody can tell a transfer that was paid for from one that Wise ended by itself. */
const withoutProof: readonly string[] = [
  waitingForMoney,
  'incoming_payment_initiated',
  'cancelled',
  'unknown',
];

/** Wise moves a transfer this far only with its money. */
export const provesPayment = (transferStatus: string | null): boolean =>
  transferStatus !== null && !withoutProof.includes(transferStatus);
