import type { QuoteRecord, TransferCourse, TransferPaymentRecord, TransferRecord } from './records.ts';

/** Wise: what nobody pays for is cancelled after 14 days. */
const unpaidLifeMs = 14 * 24 * 60 * 60 * 1000;

const courseWords: Record<string, TransferCourse> = {
  BOUNCE: 'bounce',
  STUCK: 'stuck',
  FAILPAYOUT: 'failPayout',
};

/**
 * Emulator choice: a word in the reference or in the recipient's name, in any case, decides how a transfer goes on.
 * BOUNCE: it is sent back and refunded. STUCK: it stays at processing with active issues. FAILPAYOUT: it is sent, then the
 * payout fails, which is told without a change of its status.
 */
export function courseOf(...texts: readonly (string | null)[]): TransferCourse {
  for (const word of texts
    .join(' ')
    .toUpperCase()
    .split(/[^A-Z]+/)) {
    const course = Object.hasOwn(courseWords, word) ? courseWords[word] : undefined;
    if (course) return course;
  }
  return 'plain';
}

export interface NewTransfer {
  id: number;
  userId: number;
  quote: QuoteRecord;
  sourceAccount: number | null;
  customerTransactionId: string;
  batchGroupId: string | null;
  recipientName: string;
  details: Record<string, string>;
  atMs: number;
}

export function newTransfer({ atMs, quote, recipientName, ...made }: NewTransfer): TransferRecord {
  const { reference = null, ...details } = made.details;
  return {
    id: made.id,
    profileId: quote.profileId,
    userId: made.userId,
    targetAccount: quote.targetAccount ?? 0,
    sourceAccount: made.sourceAccount,
    quoteId: quote.id,
    customerTransactionId: made.customerTransactionId,
    batchGroupId: made.batchGroupId,
    status: 'incoming_payment_waiting',
    course: courseOf(reference, recipientName),
    hasBounced: false,
    hasActiveIssues: false,
    isSimulated: false,
    payment: null,
    reference,
    details,
    rate: quote.rate,
    source: { amount: quote.sourceAmount, currency: quote.sourceCurrency },
    target: { amount: quote.targetAmount, currency: quote.targetCurrency },
    fee: quote.fee,
    createdAtMs: atMs,
    modifiedAtMs: atMs,
    nextStepAtMs: atMs + unpaidLifeMs,
  };
}

type Standing = Pick<TransferRecord, 'course' | 'hasBounced' | 'payment' | 'status'>;

/**
 * What becomes of a transfer by itself; null where it rests. Wise: incoming_payment_waiting, processing, funds_converted,
 * outgoing_payment_sent; what bounces back goes on to processing, cancelled and funds_refunded, and what was paid and then
 * cancelled is refunded as well; any may be charged back.
 */
export function nextStatusOf({ course, hasBounced, payment, status }: Standing): string | null {
  if (course === 'chargeBack') return status === 'charged_back' ? null : 'charged_back';
  if (!payment) return status === 'incoming_payment_waiting' ? 'cancelled' : null;
  switch (status) {
    case 'incoming_payment_waiting':
    case 'incoming_payment_initiated':
      return 'processing';
    case 'processing':
      if (hasBounced) return 'cancelled';
      return course === 'stuck' ? null : 'funds_converted';
    case 'funds_converted':
      return 'outgoing_payment_sent';
    case 'outgoing_payment_sent':
      return course === 'bounce' ? 'bounced_back' : null;
    case 'bounced_back':
      return 'processing';
    case 'cancelled':
      return 'funds_refunded';
    default:
      return null;
  }
}

/** @param stepMs how long it stays there; null: until somebody moves it */
export function moveTransfer(
  row: TransferRecord,
  status: string,
  atMs: number,
  stepMs: number | null,
): TransferRecord {
  const moved = {
    ...row,
    status,
    hasBounced: row.hasBounced || status === 'bounced_back',
    hasActiveIssues: row.course === 'stuck' && status === 'processing' && !row.hasBounced,
    modifiedAtMs: atMs,
  };
  const goesOn = stepMs !== null && !row.isSimulated && nextStatusOf(moved) !== null;
  return { ...moved, nextStepAtMs: goesOn ? atMs + stepMs : null };
}

export const isPayable = (row: TransferRecord): boolean =>
  row.payment === null && row.status === 'incoming_payment_waiting';

/** Paid for; it begins to move at once. */
export const payTransfer = (row: TransferRecord, payment: TransferPaymentRecord): TransferRecord => ({
  ...row,
  payment,
  nextStepAtMs: payment.atMs,
});

/** Wise: before its funds are converted and without a problem on the way. */
export const isCancellable = ({ hasActiveIssues, hasBounced, status }: TransferRecord): boolean =>
  ['incoming_payment_waiting', 'incoming_payment_initiated', 'processing'].includes(status) &&
  !hasActiveIssues &&
  !hasBounced;

/** Nothing follows any more and no money is on its way. */
export const isOver = (row: TransferRecord): boolean =>
  nextStatusOf(row) === null && row.status !== 'incoming_payment_waiting' && !row.hasActiveIssues;

/** From which status a simulation leads to which. Wise: strictly in this order. */
const simulatedFrom: Record<string, readonly string[]> = {
  // Wise: to be called even where the payment has moved it there already.
  processing: ['incoming_payment_waiting', 'processing'],
  funds_converted: ['processing'],
  outgoing_payment_sent: ['funds_converted'],
  bounced_back: ['outgoing_payment_sent'],
  funds_refunded: ['bounced_back'],
};
export const simulatedStatuses = Object.keys(simulatedFrom);

/** Wise: it must be paid first, and begin with processing. */
export function maySimulate(row: TransferRecord, status: string): boolean {
  if (!row.payment || !simulatedFrom[status]?.includes(row.status)) return false;
  return status === 'processing' ? !row.hasBounced : row.isSimulated;
}
