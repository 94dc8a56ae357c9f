import 'server-only';
import Big from 'big.js';
import { faultOf, type RowFault } from './faults.ts';

type AmountReading = { amount: string; fault?: undefined } | { amount?: undefined; fault: RowFault };

const field = 'amount';
/** Spaces of all widths, and the apostrophe that the Swiss put between thousands. */
const fillers = /[\s'’]/g;
const groupedByFillers = /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/;
const plain = /^\d+(?:\.\d+)?$/;
const maxDigits = 15;

/**
 * An amount as people write it: `1240.50`, `1,240.50`, `1 240.50`, `1240,50`. What can be read in two ways is never
 * guessed.
 * @param decimals how many the amount's currency has; undefined = nobody knows yet
 * @returns the amount as digits with at most one point
 */
export function readAmount(text: string, currency: string, decimals: number | undefined): AmountReading {
  if (text === '') return { fault: faultOf(field, 'amount_missing', {}) };
  if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text)) return { fault: faultOf(field, 'number_cut', {}) };
  const signless = text.replace(/^[+\-−(]\s*/, '').replace(/[)\-−]$/, '');
  if (signless !== text) return { fault: faultOf(field, 'amount_signed', {}) };
  if (!/^[\d.,\s'’]+$/.test(text)) return { fault: refuseLetters(text, currency, decimals) };
  const readings = groupedByFillers.test(text)
    ? [text.replace(fillers, '').replace(',', '.')]
    : readingsOf(text);
  const [first, ...others] = readings;
  if (first === undefined) return { fault: faultOf(field, 'amount_not_a_number', {}) };
  if (others.length > 0) return { fault: faultOf(field, 'amount_ambiguous', {}, readings) };
  return judge(first, currency, decimals);
}

/** `€12.50`, `12.50 EUR`: offered without what is too much, where that can be read. */
function refuseLetters(text: string, currency: string, decimals: number | undefined): RowFault {
  const digits = /^[^\d.,-]{0,4}(\d[\d.,\s'’]*)[^\d.,-]{0,4}$/.exec(text)?.[1]?.trim();
  if (digits === undefined) return faultOf(field, 'amount_not_a_number', {});
  const { amount } = readAmount(digits, currency, decimals);
  return faultOf(field, 'amount_with_currency', {}, amount === undefined ? [] : [amount]);
}

/** Every way to read it, as plain decimals, the likelier first. */
function readingsOf(text: string): string[] {
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (/[^\d.,]/.test(text)) return [];
  if (points === 0 && commas === 0) return [text];
  if (points > 0 && commas > 0) return readMixed(text, points, commas);
  const mark = points > 0 ? '.' : ',';
  const [whole = '', ...rest] = text.split(mark);
  const asDecimal = `${whole}.${rest.join('')}`;
  const areGroups = /^[1-9]\d{0,2}$/.test(whole) && rest.every((group) => group.length === 3);
  // 1,240,500 has one reading, 1,240 and 1.240 have two, 1240,50 and 0.500 one.
  if (rest.length > 1) return areGroups ? [text.replaceAll(mark, '')] : [];
  if (!plain.test(asDecimal)) return [];
  return areGroups ? [text.replace(mark, ''), tidy(asDecimal)] : [asDecimal];
}

/** `1,240.50` is how the console writes it. `1.240,50` is another country’s way, so a person says what it is. */
function readMixed(text: string, points: number, commas: number): string[] {
  if (points === 1 && /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(text)) return [text.replaceAll(',', '')];
  if (commas !== 1 || !/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(text)) return [];
  const asThere = text.replaceAll('.', '').replace(',', '.');
  return points === 1 ? [asThere, text.replace(',', '')] : [asThere];
}

const tidy = (decimal: string): string => new Big(decimal).toFixed();

function judge(text: string, currency: string, decimals: number | undefined): AmountReading {
  const digits = text.replace('.', '').replace(/^0+/, '');
  if (digits.length > maxDigits) return { fault: faultOf(field, 'amount_too_long', {}) };
  const amount = new Big(text);
  if (amount.eq(0)) return { fault: faultOf(field, 'amount_zero', {}) };
  const written = amount.toFixed();
  const has = written.split('.')[1]?.length ?? 0;
  if (decimals !== undefined && has > decimals)
    return { fault: faultOf(field, 'amount_decimals', { currency, has, takes: decimals }) };
  return { amount: written };
}
