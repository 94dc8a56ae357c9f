import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { decimal } from './decimal.ts';

const price = z.looseObject({
  total: z.looseObject({ value: z.looseObject({ amount: decimal, currency: z.string() }) }),
});

/** One way to pay in and out. Disabled ones stay listed with their reason. */
export const paymentOption = z.looseObject({
  disabled: z.boolean(),
  payIn: z.string(),
  payOut: z.string(),
  sourceAmount: orNull(decimal),
  targetAmount: orNull(decimal),
  estimatedDelivery: textOrNull,
  price: orNull(price),
  disabledReason: orNull(z.looseObject({ code: textOrNull, message: textOrNull })),
});

/** `status`, `payOut` and the notices' types are open. A notice of type BLOCKED forbids the transfer. */
export const quote = z.looseObject({
  id: z.string(),
  sourceCurrency: z.string(),
  targetCurrency: z.string(),
  sourceAmount: orNull(decimal),
  targetAmount: orNull(decimal),
  providedAmountType: textOrNull,
  payOut: textOrNull,
  rate: orNull(decimal),
  rateType: textOrNull,
  status: z.string(),
  createdTime: z.string(),
  /** Wise: 30 minutes after it was made. */
  expirationTime: z.string(),
  paymentOptions: orNull(z.array(paymentOption)),
  notices: orNull(z.array(z.looseObject({ type: z.string(), text: z.string() }))),
});

export const currency = z.looseObject({
  code: z.string(),
  name: z.string(),
  symbol: textOrNull,
  supportsDecimals: z.boolean(),
});
export const currencyListReply = z.array(currency);

/** GET of rates: a bare list. */
export const rateListReply = z.array(
  z.looseObject({ rate: decimal, source: z.string(), target: z.string(), time: z.string() }),
);
