import 'server-only';
import { isSafeNumber, parse, stringify } from 'lossless-json';

/** Below 16 digits every number is exact, so the engine's own parser may read the text. */
const mayHoldWideNumber = /\d[\d.]{15}/;
const integer = /^-?\d+$/;

/**
 * Reads Wise's JSON. What a number cannot hold becomes a bigint if it is an integer and its own digits as text if it
 * is not; everything else is as JSON.parse has it.
 * @throws when the text is not JSON. The message may quote the text, so it goes into no log.
 */
export function parseWiseJson(text: string): unknown {
  return mayHoldWideNumber.test(text) ? parse(text, undefined, parseNumber) : JSON.parse(text);
}

function parseNumber(digits: string): number | bigint | string {
  if (!mayHoldWideNumber.test(digits) || isSafeNumber(digits)) return Number(digits);
  return integer.test(digits) ? BigInt(digits) : digits;
}

/** Writes JSON for Wise; a bigint is written as its digits, without quotes. */
export function stringifyWiseJson(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) throw new TypeError('Not a JSON value');
  return text;
}

/** The int64 that the console carries as text, in the form `stringifyWiseJson` writes without quotes. */
export function toWiseInt64(digits: string): bigint {
  if (!/^-?\d{1,19}$/.test(digits)) throw new TypeError('Not the digits of an int64');
  return BigInt(digits);
}
