import { z } from 'zod';
import { instant, int64Text, listOf, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './transaction-exports.ts';
import { transactionCodes } from './transactions.schema.ts';

/** `isSearch`: words were searched for as well; they are not kept, because they may be a name. */
export const exportFilter = transactionCodes.extend({ isSearch: z.boolean() });

/**
 * `exportedAt`: before the first row was read. `cut-off`: the file ends before what was found does. `changedSince`: how many
 * of its rows are told otherwise by now. `card`: null for a file of all cards.
 */
export const transactionExport = z.object({
  id: z.uuid(),
  exportedAt: instant,
  by: z.string(),
  isOwn: z.boolean(),
  card: z
    .object({ profileId: int64Text, cardToken: z.string(), lastFourDigits: z.string().nullable() })
    .nullable(),
  filter: exportFilter,
  rows: z.number().int(),
  state: z.enum(['being-written', 'whole', 'cut-off']),
  changedSince: z.number().int(),
});

export const transactionExportsQuery = z.strictObject({
  /** The beginning of an export's id, or a part of a person's name. */
  query: z.string().trim().max(100).optional(),
  /** `yes`: only those of which something is told otherwise by now. */
  changed: z.literal('yes').optional(),
  /** `me`: the reader's own alone. */
  by: z.literal('me').optional(),
  sort: z.enum(['-exported', 'exported']).default('-exported'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const transactionExportsReply = listOf(transactionExport).extend({ total: z.number().int() });

export const listTransactionExports = serveEndpoint(endpoints.listTransactionExports, {
  query: transactionExportsQuery,
  reply: transactionExportsReply,
});
export const getTransactionExport = serveEndpoint(endpoints.getTransactionExport, {
  params: z.strictObject({ exportId: z.uuid() }),
  reply: transactionExport,
});
