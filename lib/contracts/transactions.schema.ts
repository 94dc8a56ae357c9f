import { z } from 'zod';
import { wiseTransaction } from './card-transactions.schema.ts';
import { exportReasons } from './cards.schema.ts';
import { isTimeZone } from '../catalogues/kiosks.ts';
import { transactionOutcomes } from '../catalogues/statuses.ts';
import { declineFamily } from './decline-reasons.schema.ts';
import {
  currencyCode,
  decimalText,
  instant,
  int64Text,
  listOf,
  serveEndpoint,
  several,
} from './endpoint-schema.ts';
import * as endpoints from './transactions.ts';

/**
 * A transaction as the archive holds it. `source`, `toldAt`: what told of its present state, and when. Holder and personal
 * profile are null or unnamed where the reader's branch may not see whose card it is; `lastFourDigits` is null for a card
 * that the index does not know yet.
 */
export const archivedTransaction = wiseTransaction.extend({
  /**
   * What was billed in the installation's currency, by Wise's rate as `day` began; null where nothing was billed or the rate
   * is not read yet, without an amount where Wise has none.
   */
  reporting: z
    .object({
      amount: z.string().nullable(),
      currency: z.string(),
      rate: z.string().nullable(),
      day: z.string(),
    })
    .nullable(),
  profileId: int64Text,
  profileName: z.string(),
  lastFourDigits: z.string().nullable(),
  cardHolderName: z.string().nullable(),
  source: z.string(),
  toldAt: instant,
  declineTitle: z.string().nullable(),
});

export const timeZoneName = z
  .string()
  .max(60)
  .refine(isTimeZone, 'A time zone has a name like Europe/London.');

const filters = {
  /** Creation: from and including `from`, before `to`. */
  from: instant.optional(),
  to: instant.optional(),
  state: several(z.string().max(40)),
  type: several(z.string().max(40)),
  /** As the reader reads it: a code that may not be told finds what an invented one finds. */
  declineReason: several(z.string().max(100)),
  family: several(declineFamily),
  /** Of what was billed, in the reporting currency; what has no value there is not found. */
  amountFrom: decimalText.optional(),
  amountTo: decimalText.optional(),
  /** Of the transaction, or of what was billed. */
  currency: several(currencyCode),
  /** Words of the merchant's name, or their beginnings. */
  merchant: z.string().trim().max(100).optional(),
  /** Of the day, by the clocks of `timeZone`. */
  hour: several(z.coerce.number().int().min(0).max(23)),
  /** `none`, here and for country and reason: those of which Wise tells none. */
  mcc: several(z.string().max(20)),
  /** Of the merchant: `GB` and `United Kingdom` find the same. */
  country: several(z.string().max(60)),
  authorisationMethod: several(z.string().max(40)),
  pinResult: several(z.string().max(40)),
  /** Of payments alone; `second-try`: declined, and gone through when it was tried again. */
  outcome: several(z.enum(transactionOutcomes)),
  programme: several(z.string().max(80)),
  profileId: several(int64Text),
  cardToken: several(z.uuid()),
  /** Id, merchant, city, approval code, ARN, last four digits, holder. */
  query: z.string().trim().max(200).optional(),
  sort: z.enum(['-created', 'created', '-id', 'id', '-billing', 'billing']).default('-created'),
};

export const transactionsQuery = z.strictObject({
  ...filters,
  timeZone: timeZoneName.default('UTC'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** `isTotalCapped`: more than `total` were found, and nobody counted on. */
export const transactionsReply = listOf(archivedTransaction).extend({
  /** In which `amountFrom` and `amountTo` are, and what `billing` sorts by. */
  reportingCurrency: z.string(),
  total: z.number().int(),
  isTotalCapped: z.boolean(),
});
export const transactionsExportQuery = z.strictObject({
  ...filters,
  reason: z.enum(exportReasons),
  timeZone: timeZoneName.default('UTC'),
});

export const listTransactions = serveEndpoint(endpoints.listTransactions, {
  query: transactionsQuery,
  reply: transactionsReply,
});
export const exportTransactions = serveEndpoint(endpoints.exportTransactions, {
  query: transactionsExportQuery,
  reply: 'raw',
  audit: { action: 'transactions.export', target: () => ({ type: 'transactions', id: 'archive' }) },
});
