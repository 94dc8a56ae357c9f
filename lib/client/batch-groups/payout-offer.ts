import type { BatchRow } from '../../contracts/batch-rows.ts';
import type { Offer } from './group-acts.ts';
import { payoutOf } from './payout.ts';

const onItsWay: readonly string[] = [
  'incoming_payment_initiated',
  'processing',
  'funds_converted',
  'outgoing_payment_sent',
];
const cameBack: readonly string[] = ['bounced_back', 'coming_back', 'funds_refunded', 'cancelled'];

/** Wise says when a payment arrives that was paid for and did not fail. */
export const hasEstimate = (row: BatchRow): boolean =>
  row.state === 'in-group' && onItsWay.includes(payoutOf(row));

/** Wise's receipt; undefined for a row that is not in the group. */
export function offerReceipt(row: BatchRow): Offer {
  if (row.state !== 'in-group' || row.transferId === null) return undefined;
  if (row.transferStatus === 'outgoing_payment_sent') return {};
  return cameBack.includes(payoutOf(row))
    ? { notNow: 'The payment did not arrive: Wise has no receipt for it.' }
    : { notNow: 'Wise has a receipt once the payment was sent.' };
}
