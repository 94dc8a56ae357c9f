import { z } from 'zod';
import { decimalsOf } from '../core/amounts.ts';
import { findCurrency } from '../money/currencies.ts';
import type { QuoteRequest } from '../money/quote-making.ts';
import { checkBodyOrThrow } from './parse.ts';
import { type Fault, validationRefusal } from './refusal.ts';

const share = z.number().min(0);
const pricingConfiguration = z.object({
  fee: z.object({ type: z.literal('OVERRIDE'), variable: share.lt(1), fixed: share }),
});
/** Emulator choice: of the ways to pay out that Wise names, Alipay is not here; another word is refused. */
const payOut = z.enum(['BANK_TRANSFER', 'BALANCE', 'SWIFT', 'SWIFT_OUR', 'INTERAC']);
const paymentMetadata = z.object({ transferNature: z.string().max(100).nullish() });
const accountId = z.int().positive();

/** The rules for currencies and amounts have codes of their own and are looked at afterwards. */
const createBody = z.object({
  sourceCurrency: z.unknown().optional(),
  targetCurrency: z.unknown().optional(),
  sourceAmount: z.unknown().optional(),
  targetAmount: z.unknown().optional(),
  targetAccount: accountId.nullish(),
  payOut: payOut.nullish(),
  preferredPayIn: z.string().nullish(),
  /** Wise: told in its prose, though not among the body's fields. */
  payIn: z.string().nullish(),
  paymentMetadata: paymentMetadata.nullish(),
  pricingConfiguration: pricingConfiguration.nullish(),
});

/** A merge patch: what is left out stays, null takes away. */
const patchBody = z.object({
  targetAccount: accountId.nullish(),
  payOut: payOut.nullish(),
  paymentMetadata: paymentMetadata.nullish(),
  pricingConfiguration: pricingConfiguration.nullish(),
});
export type QuotePatch = z.infer<typeof patchBody>;
export const parseQuotePatch = (body: unknown): QuotePatch => checkBodyOrThrow(body, patchBody);

function currencyOf(value: unknown, path: string, faults: Fault[]): string {
  const code = typeof value === 'string' ? value : '';
  if (!findCurrency(code))
    faults.push({
      code: 'CurrencyCode',
      message: 'Unknown currency code',
      path,
      arguments: [path, String(value ?? '')],
    });
  return code;
}

function checkAmount(value: unknown, currency: string, path: string, faults: Fault[]): void {
  const given = [path, String(value)];
  if (typeof value !== 'number' || !(value > 0))
    faults.push({
      code: 'error.greaterThanZero',
      message: 'must be greater than zero',
      path,
      arguments: given,
    });
  // Emulator choice: the code; Wise says only that some currencies take whole amounts.
  else if (value > 1e12 || (String(value).split('.')[1]?.length ?? 0) > decimalsOf(currency))
    faults.push({ code: 'NOT_VALID', message: `is no amount in ${currency}`, path, arguments: given });
}

/** @throws {Refusal} 400 with one error per field. Wise: one of the amounts, never both. */
export function parseQuoteRequest(body: unknown): Omit<QuoteRequest, 'profileId'> {
  const parsed = checkBodyOrThrow(body, createBody);
  const faults: Fault[] = [];
  const sourceCurrency = currencyOf(parsed.sourceCurrency, 'sourceCurrency', faults);
  const targetCurrency = currencyOf(parsed.targetCurrency, 'targetCurrency', faults);
  const isSource = parsed.sourceAmount !== undefined && parsed.sourceAmount !== null;
  const isTarget = parsed.targetAmount !== undefined && parsed.targetAmount !== null;
  // Emulator choice: neither amount is refused as both are.
  if (isSource === isTarget)
    faults.push({
      code: 'error.quote.amount.onlySingle',
      message: 'One of sourceAmount and targetAmount is needed',
      path: 'sourceAmount',
    });
  else if (isSource) checkAmount(parsed.sourceAmount, sourceCurrency, 'sourceAmount', faults);
  else checkAmount(parsed.targetAmount, targetCurrency, 'targetAmount', faults);
  if (faults.length > 0) throw validationRefusal(400, ...faults);
  const { pricingConfiguration: pricing } = parsed;
  return {
    sourceCurrency,
    targetCurrency,
    providedAmountType: isSource ? 'SOURCE' : 'TARGET',
    amount: Number(isSource ? parsed.sourceAmount : parsed.targetAmount),
    payOut: parsed.payOut ?? 'BANK_TRANSFER',
    preferredPayIn: parsed.preferredPayIn ?? parsed.payIn ?? null,
    targetAccount: parsed.targetAccount ?? null,
    pricing: pricing ? { variable: pricing.fee.variable, fixed: pricing.fee.fixed } : null,
    transferNature: parsed.paymentMetadata?.transferNature ?? null,
  };
}
