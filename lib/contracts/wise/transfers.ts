import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { decimal } from './decimal.ts';
import { int64 } from './int64.ts';

export const transfer = z.looseObject({
  id: int64,
  targetAccount: orNull(int64),
  quoteUuid: textOrNull,
  status: z.string(),
  rate: orNull(decimal),
  /** Wise: `2017-11-24 10:47:49`, in UTC without saying so. */
  created: textOrNull,
  details: orNull(z.looseObject({ reference: textOrNull })),
  hasActiveIssues: orNull(z.boolean()),
  sourceCurrency: z.string(),
  /** May be 0 before it is funded. */
  sourceValue: orNull(decimal),
  targetCurrency: z.string(),
  targetValue: orNull(decimal),
  customerTransactionId: textOrNull,
});

/** GET: a bare list. */
export const transferListReply = z.array(transfer);

/** POST of a transfer, by itself or into a batch group. */
export const transferBody = z.object({
  targetAccount: z.number().int(),
  sourceAccount: z.number().int().optional(),
  quoteUuid: z.string(),
  /** Wise: the same one again is the same transfer. */
  customerTransactionId: z.uuid(),
  details: z
    .object({
      reference: z.string().optional(),
      transferPurpose: z.string().optional(),
      transferPurposeSubTransferPurpose: z.string().optional(),
      transferPurposeInvoiceNumber: z.string().optional(),
      sourceOfFunds: z.string().optional(),
    })
    // Wise: what else there is, its transfer requirements say.
    .catchall(z.string())
    .optional(),
});

/** GET of a transfer's payments: what was paid in for it, a bare list. */
export const transferPaymentsReply = z.array(
  z.looseObject({ method: textOrNull, amount: orNull(decimal), currency: textOrNull }),
);

export const deliveryEstimateReply = z.looseObject({
  /** Wise: `2018-01-10T12:15:00.000+0000`. */
  estimatedDeliveryDate: z.string(),
  formattedEstimatedDeliveryDate: textOrNull,
});
