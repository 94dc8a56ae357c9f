import { z } from 'zod';
import { exportReasons } from '../catalogues/export-reasons.ts';
import { changedSince, reportingValue, wiseTransaction } from './card-transactions.schema.ts';
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
  timeZoneName,
} from './endpoint-schema.ts';
import * as endpoints from './transactions.ts';

/**
 * A transaction as the archive holds it. `source`, `toldAt`: what told of its present state, and when. Holder and personal
 * profile are null or unnamed where the reader's branch may not see whose card it is; `lastFourDigits` is null for a card
 * that the index does not know yet.
 */
export const archivedTransaction = wiseTransaction.extend({
  reporting: reportingValue.nullable(),
  profileId: int64Text,
  profileName: z.string(),
  lastFourDigits: z.string().nullable(),
  cardHolderName: z.string().nullable(),
  source: z.string(),
  toldAt: instant,
  declineTitle: z.string().nullable(),
});

const codes = {
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
  /** Those that an export the reader may know of tells otherwise than they are by now. */
  changedSinceExport: z.uuid().optional(),
};
/** The filters that are codes: what is searched for in words may be a name. */
export const transactionCodes = z.object(codes);

const filters = {
  ...codes,
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
/** `changedSince`: of the export that is filtered by, else of the reader's own last one that tells the row otherwise. */
const foundTransaction = archivedTransaction.extend({ changedSince: changedSince.nullable() });
/** `isTotalCapped`: more than `total` were found, and nobody counted on. */
export const transactionsReply = listOf(foundTransaction).extend({
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
