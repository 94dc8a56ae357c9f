import { lookOfTransferStatus } from './batch-statuses.ts';
import type { StatusLook } from './statuses.ts';

/** What decides how a payment that was paid for stands. */
export interface PayoutFacts {
  transferStatus: string | null;
  /** It was bounced back once, whatever Wise has done since. */
  hasBounced: boolean;
  /** Wise's reason why it could not be delivered. */
  failureCode: string | null;
}

const underWay: readonly string[] = ['processing', 'funds_converted', 'outgoing_payment_sent'];

/**
 * How a payment stands: Wise's status, but where that alone would say too much. Wise: a payout may fail without a change of
 * status, and what bounced back is called `processing` and `cancelled` until it is refunded.
 */
export function payoutStatusOf({ failureCode, hasBounced, transferStatus }: PayoutFacts): string {
  const status = transferStatus ?? 'unknown';
  if (hasBounced && (status === 'processing' || status === 'cancelled')) return 'coming_back';
  return failureCode !== null && underWay.includes(status) ? 'not_delivered' : status;
}

/** The console's own, beside Wise's. */
const ownLooks = new Map<string, StatusLook>([
  ['coming_back', { word: 'On its way back', tone: 'warn', mark: 'came-back' }],
  ['not_delivered', { word: 'Not delivered', tone: 'warn', mark: 'needs-a-hand' }],
]);

export const lookOfPayout = (status: string): StatusLook =>
  ownLooks.get(status) ?? lookOfTransferStatus(status);
