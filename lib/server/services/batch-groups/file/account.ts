import 'server-only';
import { looksLikeIban } from './iban.ts';

/** Capitals without spaces, points and dashes. */
const compactKeys = new Set([
  'IBAN',
  'BIC',
  'swiftCode',
  'sortCode',
  'abartn',
  'ifscCode',
  'institutionNumber',
  'transitNumber',
  'bankCode',
  'branchCode',
  'bsbCode',
  'clabe',
  'clearingNumber',
  'cpf',
]);
/** Where an account’s number has digits only; elsewhere a dash in it can tell two accounts apart. */
const currenciesOfDigits = new Set(['AUD', 'CAD', 'GBP', 'INR', 'JPY', 'NOK', 'USD']);

/** A detail of an account as it is sent and compared. */
export function compactDetail(key: string, value: string, currency: string | null): string {
  if (compactKeys.has(key)) return value.toUpperCase().replace(/[\s.\-/–]/g, '');
  if (key !== 'accountNumber') return value;
  const bare = value.toUpperCase().replace(/\s/g, '');
  return currency !== null && currenciesOfDigits.has(currency) ? bare.replace(/[.\-–]/g, '') : bare;
}

/** What says something about the holder or the way of paying, and nothing about which account it is. */
const notIdentifying = new Set([
  'legalType',
  'accountHolderName',
  'accountType',
  'bankName',
  'city',
  'country',
  'countryCode',
  'cpf',
  'dateOfBirth',
  'email',
  'firstLine',
  'hashedByLooseHashAlgorithm',
  'idDocumentNumber',
  'idDocumentType',
  'nationality',
  'phoneNumber',
  'postCode',
  'reference',
  'state',
  'taxId',
  'town',
]);

/** Wise’s older answers have `iban` and `bic` too. */
const keyOf = (key: string): string => (key === 'iban' || key === 'bic' ? key.toUpperCase() : key);

/** Where money goes to a phone or a tax number there is nothing else. */
const withoutBank = new Set(['phoneNumber', 'cpf', 'taxId']);

/** Wise takes a type as `sort_code` and answers it as `SortCode`. */
export const typeKey = (type: string): string => type.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * What tells an account from every other, written in one way only, for the caller to make a keyed digest of. Details
 * that nobody here knows count: two accounts that differ in anything are two. Null where nothing identifies it.
 * @param type as sent (`sort_code`) or as answered (`SortCode`); null where nobody knows it
 * @param details Wise’s, or those of a row; what is null or nested is left out
 */
export function accountText(
  currency: string,
  type: string | null,
  details: Readonly<Record<string, unknown>>,
): string | null {
  const texts = Object.entries(details).flatMap(([key, value]): [string, string][] =>
    (typeof value === 'string' && value.trim() !== '') ||
    typeof value === 'number' ||
    typeof value === 'bigint'
      ? [
          [
            keyOf(key),
            compactDetail(keyOf(key), String(value).normalize('NFKC').trim(), currency).toUpperCase(),
          ],
        ]
      : [],
  );
  const bank = texts.filter(([key]) => hasBankDetails([key]));
  const identity =
    type !== null && typeKey(type) === 'email'
      ? texts.filter(([key]) => key === 'email')
      : bank.length > 0
        ? identifyBank(bank)
        : texts.filter(([key]) => withoutBank.has(key));
  if (identity.length === 0) return null;
  return JSON.stringify([currency, ...identity.sort(([one], [other]) => (one < other ? -1 : 1))]);
}

/** An IBAN says it all. A BIC of eleven that ends in XXX is the one of eight. */
function identifyBank(texts: [string, string][]): [string, string][] {
  const iban = texts.find(
    ([key, text]) => key === 'IBAN' || (key === 'accountNumber' && looksLikeIban(text)),
  );
  if (iban) return [['IBAN', iban[1].replace(/[^A-Z0-9]/g, '')]];
  const renamed = texts.map(([key, text]): [string, string] =>
    key === 'BIC' || key === 'swiftCode' ? ['BIC', text.replace(/^(.{8})XXX$/, '$1')] : [key, text],
  );
  // A bank alone is no account.
  return renamed.every(([key]) => banksAlone.has(key)) ? [] : [...new Map(renamed)];
}

const banksAlone = new Set([
  'BIC',
  'sortCode',
  'abartn',
  'ifscCode',
  'institutionNumber',
  'transitNumber',
  'bankCode',
  'branchCode',
  'bsbCode',
  'clearingNumber',
]);

/** Does any of it say which account at a bank, if only in part? */
export const hasBankDetails = (keys: Iterable<string>): boolean =>
  [...keys].some((key) => !notIdentifying.has(key) && !key.startsWith('address'));

/** Wise wants `address.country` as `{address: {country}}`. */
export function nestDetails(details: Readonly<Record<string, string>>): Record<string, unknown> {
  const nested = new Map<string, unknown>();
  for (const [path, value] of Object.entries(details)) {
    const [first = '', ...rest] = path.split('.');
    if (rest.length === 0) nested.set(first, value);
    else {
      const inner = nested.get(first);
      nested.set(first, { ...(typeof inner === 'object' ? inner : {}), [rest.join('.')]: value });
    }
  }
  return Object.fromEntries(nested);
}
