import { z } from 'zod';

const written = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** `1e-7` and `1.5E3` as digits with at most one point. */
function writeOut(text: string): string {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = written.exec(text) ?? [];
  const shift = Number(exponent);
  if (shift === 0) return text;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0').padEnd(point, '0');
  const at = Math.max(1, point);
  const rest = padded.slice(at).replace(/0+$/, '');
  return `${sign}${padded.slice(0, at).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

/**
 * Wise's amounts and rates. Takes what a lossless JSON parser gives: a number that holds every digit, a bigint, or the
 * digits as text where neither does. Gives the digits as text, without an exponent, for sums that are not binary.
 */
export const decimal = z
  .union([z.number(), z.bigint(), z.string().regex(written)])
  .transform((value) => writeOut(String(value)));

/** Major units, as in `12504.54`. */
export const money = z.looseObject({ amount: decimal, currency: z.string() });
export type Money = z.infer<typeof money>;

/** The same where Wise calls the number `value`: webhooks, and here and there in the oldest API. */
export const moneyValue = z.looseObject({ value: decimal, currency: z.string() });
