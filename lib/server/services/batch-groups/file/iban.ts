import 'server-only';
import { faultOf, type RowFault } from './faults.ts';
import { type IbanCountry, ibanCountry, isUsualCountry } from './iban-countries.ts';

/** @param iban without spaces, in capitals; @returns what is left of a division by 97, 1 where all is well */
export function ibanRemainder(iban: string): number {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** By its form alone, for a cell that stands in the wrong column. */
export const looksLikeIban = (text: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(text) &&
  ibanCountry(text.slice(0, 2))?.length === text.length &&
  ibanRemainder(text) === 1;

/**
 * @param iban without spaces, in capitals
 * @returns what is wrong with it, one thing at most
 */
export function checkIban(field: string, iban: string, currency: string | null): RowFault | undefined {
  if (!/^[A-Z]{2}/.test(iban)) return faultOf(field, 'iban_characters', { country: null });
  const code = iban.slice(0, 2);
  const country = ibanCountry(code);
  if (!country) return faultOf(field, 'iban_country', { country: code });
  const { adjective, length } = country;
  if (iban.length !== length)
    return faultOf(field, 'iban_length', { has: iban.length, wants: length, country: adjective });
  if (!hasRightCharacters(iban, country)) {
    const suggestion = readLettersAsDigits(iban, country);
    return faultOf(
      field,
      'iban_characters',
      { country: country.hasDigitsOnly ? adjective : null },
      suggestion ? [suggestion] : [],
    );
  }
  if (ibanRemainder(iban) !== 1) return faultOf(field, 'iban_checksum', {});
  if (code === 'NO' && !isNorwegianAccount(iban.slice(4)))
    return faultOf(field, 'checksum_wrong', { what: 'Norwegian account' });
  if (currency && !isUsualCountry(code, currency))
    return faultOf(field, 'iban_country_unusual', { country: adjective, currency });
  return undefined;
}

const hasRightCharacters = (iban: string, { hasDigitsOnly }: IbanCountry): boolean =>
  (hasDigitsOnly ? /^[A-Z]{2}\d+$/ : /^[A-Z]{2}\d{2}[A-Z\d]+$/).test(iban);

/** O for 0 and I for 1, offered only where the check digits then agree. */
function readLettersAsDigits(iban: string, country: IbanCountry): string | undefined {
  const end = country.hasDigitsOnly ? iban.length : 4;
  const digits = iban.slice(2, end).replaceAll('O', '0').replace(/[IL]/g, '1');
  const read = iban.slice(0, 2) + digits + iban.slice(end);
  return hasRightCharacters(read, country) && ibanRemainder(read) === 1 ? read : undefined;
}

const norwegianWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Eleven digits of which the last is a check, modulo 11. */
export function isNorwegianAccount(account: string): boolean {
  if (!/^\d{11}$/.test(account)) return false;
  const sum = norwegianWeights.reduce((total, weight, at) => total + weight * Number(account[at]), 0);
  return (11 - (sum % 11)) % 11 === Number(account[10]);
}
