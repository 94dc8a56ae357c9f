import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { moneyValue } from './decimal.ts';
import { int64 } from './int64.ts';

/** Wise: only NOT_INVESTED can be paid from. `type` is STANDARD (one per currency) or SAVINGS. */
export const balance = z.looseObject({
  id: int64,
  currency: z.string(),
  type: z.string(),
  name: textOrNull,
  investmentState: z.string(),
  /** What may be spent. */
  amount: moneyValue,
  reservedAmount: orNull(moneyValue),
  cashAmount: orNull(moneyValue),
  modificationTime: textOrNull,
  visible: orNull(z.boolean()),
});
/** GET v4: a bare list; `types` is required. */
export const balanceListReply = z.array(balance);

/** POST of a simulated top-up; never on production. */
export const topUpBody = z.object({
  profileId: z.number().int(),
  balanceId: z.number().int(),
  currency: z.string(),
  amount: z.number().positive(),
  channel: z.enum(['TRANSFER', 'CARD']).optional(),
});
export const topUpReply = z.looseObject({ transactionId: orNull(int64), state: z.string() });
