import { z } from 'zod';
import { exportReasons } from '../catalogues/export-reasons.ts';
import * as endpoints from './card-transactions.ts';
import { declineReason } from './decline-reasons.schema.ts';
import { instant, int64Text, listOf, serveEndpoint, several, timeZoneName } from './endpoint-schema.ts';
import { spendingPermission } from './spending-permissions.schema.ts';

const cardPath = z.strictObject({ profileId: int64Text, cardToken: z.uuid() });
const transactionPath = z.strictObject({ profileId: int64Text, transactionId: int64Text });

/** Major units as text, so that no digit is lost: `12504.54`. */
export const money = z.object({ amount: z.string(), currency: z.string() });

/**
 * A transaction as Wise tells it (v4), with its reasons as the reader may know them: NOT_DISCLOSED stands in place of
 * every other code. `purgeTime`: when a hold ends by itself.
 */
export const wiseTransaction = z.object({
  id: int64Text,
  cardToken: z.string(),
  type: z.string(),
  state: z.string(),
  declineReason: z.string().nullable(),
  detailedDeclineReason: z.string().nullable(),
  creationTime: z.string(),
  modificationTime: z.string(),
  purgeTime: z.string().nullable(),
  transactionAmount: money,
  fees: z.array(money.extend({ fee_type: z.string().nullable() })),
  transactionAmountWithFees: money.nullable(),
  billingAmount: money.nullable(),
  merchant: z.object({
    name: z.string().nullable(),
    country: z.string().nullable(),
    city: z.string().nullable(),
    zipCode: z.string().nullable(),
    mcc: z.string().nullable(),
    category: z.string().nullable(),
  }),
  authorisationMethod: z.string().nullable(),
  approvalCode: z.string().nullable(),
  arn: z.string().nullable(),
  pinValidationResult: z.string().nullable(),
  balanceChannelReferenceId: z.string().nullable(),
});

/**
 * What was billed in the installation's currency, by Wise's rate as `day` began; without an amount where Wise has no rate.
 * Null where nothing was billed or the rate is not read yet.
 */
export const reportingValue = z.object({
  amount: z.string().nullable(),
  currency: z.string(),
  rate: z.string().nullable(),
  day: z.string(),
});

/** What an export tells of a transaction that may be told otherwise later, as its reader knew it. */
export const exportedFigures = wiseTransaction.pick({
  state: true,
  type: true,
  transactionAmount: true,
  billingAmount: true,
  declineReason: true,
  detailedDeclineReason: true,
});
/** An export that tells a transaction otherwise than it is by now, and how. */
export const changedSince = z.object({ exportId: z.uuid(), exportedAt: instant, told: exportedFigures });

/** Another transaction of the same card, near enough to show the way to it. */
export const relatedTransaction = z.object({
  id: int64Text,
  type: z.string(),
  state: z.string(),
  creationTime: z.string(),
  transactionAmount: money,
  merchantName: z.string().nullable(),
});

/** `wentThrough`: the same payment at the same shop, approved within the hour after it was declined. */
export const listedTransaction = wiseTransaction.extend({
  declineTitle: z.string().nullable(),
  wentThrough: relatedTransaction.nullable(),
  /** Of the reader's own exports, the last that tells it otherwise. */
  changedSince: changedSince.nullable(),
});

const transactionFilters = {
  from: instant.optional(),
  to: instant.optional(),
  query: z.string().trim().max(200).optional(),
  state: several(z.string().max(40)),
  type: several(z.string().max(40)),
  declineReason: several(z.string().max(100)),
};
export const cardTransactionsQuery = z.strictObject({
  ...transactionFilters,
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
/** `range`: what was searched. `isCut`: more was asked for than Wise still shows. */
export const cardTransactionsReply = listOf(listedTransaction).extend({
  range: z.object({ from: instant, to: instant, isCut: z.boolean() }),
});
export const cardTransactionExportQuery = z.strictObject({
  ...transactionFilters,
  reason: z.enum(exportReasons),
  timeZone: timeZoneName.default('UTC'),
});

/** What would mend a decline, with its state as read just now. */
export const declineControl = z.discriminatedUnion('kind', [
  /** `cardStatus`: null where it could not be read. */
  z.object({ kind: z.enum(['unfreeze', 'activate', 'replacement']), cardStatus: z.string().nullable() }),
  z.object({ kind: z.literal('pin-count') }),
  z.object({
    kind: z.literal('spending-permission'),
    /** `isGuess`: derived from how the card was read, which Wise does not document. */
    switches: z.array(spendingPermission),
    isGuess: z.boolean(),
    readAt: instant,
  }),
  z.object({
    kind: z.literal('limit'),
    window: z.enum(['transaction', 'daily', 'monthly', 'lifetime']),
    limits: z.array(
      z.object({
        of: z.enum(['card', 'profile']),
        type: z.string().nullable(),
        value: money,
        usage: money.nullable(),
        resetAt: z.string().nullable(),
      }),
    ),
    readAt: instant,
  }),
  /** There is one, but its state could not be read now. */
  z.object({ kind: z.literal('unreadable'), of: z.enum(['spending-permission', 'limit']) }),
]);

/** What a card's spending permissions were when they were read. `confirmedAt`: the last time the very same was read. */
export const switchesReading = z.object({
  permissions: z.array(spendingPermission),
  readAt: instant,
  confirmedAt: instant,
});
/** The last reading before a moment and the first after it. */
export const switchesThen = z.object({
  before: switchesReading.nullable(),
  after: switchesReading.nullable(),
});

/** `switchesThen`: null unless a spending permission was in the way. */
export const decline = z.object({
  reason: declineReason,
  control: declineControl.nullable(),
  switchesThen: switchesThen.nullable(),
  wentThrough: relatedTransaction.nullable(),
});
const movement = z.object({ balanceId: int64Text, creationTime: z.string().nullable() });
export const movements = z.object({
  debits: z.array(
    movement.extend({
      debitedAmount: money,
      forAmount: money.nullable(),
      rate: z.string().nullable(),
      fee: money.nullable(),
    }),
  ),
  credits: z.array(movement.extend({ creditedAmount: money })),
});

/** A state that Wise told once. `step`: only a delivery names it. `occurredAt`: by Wise's clock. */
export const transactionStep = z.object({
  step: z.string().nullable(),
  state: z.string(),
  amount: money,
  billingAmount: money.nullable(),
  occurredAt: instant,
  source: z.enum(['webhook', 'reading']),
  toldAt: instant,
});

/**
 * `net`: per balance and currency, what all debits and credits come to; a debit is negative.
 * `likelyOriginal`: of a refund. `likelyRefunds`: of a purchase. Wise links neither, so both are likenesses.
 */
export const cardTransactionReply = wiseTransaction.extend({
  profileId: int64Text,
  lastFourDigits: z.string(),
  cardHolderName: z.string().nullable(),
  ...movements.shape,
  net: z.array(money.extend({ balanceId: int64Text })),
  decline: decline.nullable(),
  likelyOriginal: relatedTransaction.nullable(),
  likelyRefunds: z.array(relatedTransaction),
  steps: z.array(transactionStep),
  reporting: reportingValue.nullable(),
  /** Of the reader's own exports, the last that tells it otherwise. */
  changedSince: changedSince.nullable(),
  /** Wise does not show it any more: it is as the console kept it. */
  isFromArchive: z.boolean(),
  readAt: instant,
});
export const latestDeclineReply = z.object({ transaction: cardTransactionReply.nullable(), asOf: instant });

export const listCardTransactions = serveEndpoint(endpoints.listCardTransactions, {
  params: cardPath,
  query: cardTransactionsQuery,
  reply: cardTransactionsReply,
});
export const exportCardTransactions = serveEndpoint(endpoints.exportCardTransactions, {
  params: cardPath,
  query: cardTransactionExportQuery,
  reply: 'raw',
  audit: {
    action: 'transactions.export',
    target: ({ params }) => ({ type: 'card', id: params.cardToken ?? '', profileId: params.profileId ?? '' }),
  },
});
export const getLatestDecline = serveEndpoint(endpoints.getLatestDecline, {
  params: cardPath,
  reply: latestDeclineReply,
});
export const getCardTransaction = serveEndpoint(endpoints.getCardTransaction, {
  params: transactionPath,
  reply: cardTransactionReply,
});
