import 'server-only';
import { parse, stringify } from 'lossless-json';

/** Below 16 digits every integer is exact as a number, so the engine's own parser may read the text. */
const mayHoldWideNumber = /\d{16}/;
const integer = /^-?\d+$/;

/**
 * Reads Wise's JSON. An integer that a number cannot hold becomes a bigint, everything else is as JSON.parse has it.
 * @throws when the text is not JSON. The message may quote the text, so it goes into no log.
 */
export function parseWiseJson(text: string): unknown {
  return mayHoldWideNumber.test(text) ? parse(text, undefined, parseNumber) : JSON.parse(text);
}

function parseNumber(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) || !integer.test(digits) ? value : BigInt(digits);
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
