import 'server-only';
import { agreesAba } from '../../../../format/routing-numbers.ts';
import { faultOf, type RowFault } from './faults.ts';
import { isNorwegianAccount, looksLikeIban } from './iban.ts';

interface DigitsRule {
  what: string;
  /** How many digits it may have. */
  min: number;
  max?: number;
  /** Do its check digits agree? */
  agrees?: (digits: string) => boolean;
}

const digitsOf = (text: string): number[] => Array.from(text, Number);
const weigh = (digits: readonly number[], weights: readonly number[]): number =>
  digits.reduce((sum, digit, at) => sum + digit * (weights[at % weights.length] ?? 0), 0);

export const agreesClabe = (digits: string): boolean => {
  const sum = digitsOf(digits.slice(0, 17)).reduce(
    (total, digit, at) => total + ((digit * ([3, 7, 1][at % 3] ?? 0)) % 10),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits[17]);
};

/** By key of Wise's, whatever the currency. */
const rules: Record<string, DigitsRule> = {
  sortCode: { what: 'sort code', min: 6 },
  abartn: { what: 'routing number', min: 9, agrees: agreesAba },
  transitNumber: { what: 'transit number', min: 5 },
  institutionNumber: { what: 'institution number', min: 3 },
  bsbCode: { what: 'BSB code', min: 6 },
  clabe: { what: 'CLABE', min: 18, agrees: agreesClabe },
};

/** Keys that mean something else in each currency. */
const rulesOfCurrency: Record<string, Record<string, DigitsRule>> = {
  CAD: { accountNumber: { what: 'account number', min: 7, max: 12 } },
  JPY: {
    bankCode: { what: 'bank code', min: 4 },
    branchCode: { what: 'branch code', min: 3 },
    accountNumber: { what: 'account number', min: 7 },
  },
  NOK: { accountNumber: { what: 'Norwegian account', min: 11, agrees: isNorwegianAccount } },
};
const britishAccount: DigitsRule = { what: 'account number', min: 8 };

/**
 * What is wrong with one number of an account, by itself.
 * @param value without spaces and dashes, in capitals
 * @param hasSortCode the row has a sort code: its account number is a British one
 */
export function checkBankNumber(
  key: string,
  value: string,
  { field, currency, hasSortCode }: { field: string; currency: string | null; hasSortCode: boolean },
): RowFault | undefined {
  if (key === 'BIC' || key === 'swiftCode') return checkBic(field, value);
  if (key === 'ifscCode') return checkIfsc(field, value);
  if (key === 'cpf') return checkCpfOrCnpj(field, value);
  const rule = ruleOf(key, currency, hasSortCode);
  if (key === 'accountNumber' && rule && looksLikeIban(value))
    return faultOf(field, 'iban_in_account_number', {});
  return rule && checkDigits(field, value, rule);
}

function ruleOf(key: string, currency: string | null, hasSortCode: boolean): DigitsRule | undefined {
  if (key === 'accountNumber' && hasSortCode) return britishAccount;
  const ofCurrency = currency === null ? undefined : rulesOfCurrency[currency]?.[key];
  return ofCurrency ?? (Object.hasOwn(rules, key) ? rules[key] : undefined);
}

function checkDigits(field: string, value: string, rule: DigitsRule): RowFault | undefined {
  const { what, min, max = min, agrees } = rule;
  if (!/^\d+$/.test(value)) return faultOf(field, 'digits_only', { what });
  if (value.length < min || value.length > max) {
    const wants = min === max ? String(min) : `${min} to ${max}`;
    // One zero at the front is what a spreadsheet drops. More would be guessing.
    const padded = `0${value}`;
    const isLikely = padded.length === min && (agrees?.(padded) ?? true);
    return faultOf(field, 'digits_count', { what, has: value.length, wants }, isLikely ? [padded] : []);
  }
  return agrees && !agrees(value) ? faultOf(field, 'checksum_wrong', { what }) : undefined;
}

/** ISO 9362. */
function checkBic(field: string, bic: string): RowFault | undefined {
  return /^[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?$/.test(bic)
    ? undefined
    : faultOf(field, 'bic_form', { has: bic.length });
}

function checkIfsc(field: string, ifsc: string): RowFault | undefined {
  if (/^[A-Z]{4}0[A-Z\d]{6}$/.test(ifsc)) return undefined;
  const withZero = `${ifsc.slice(0, 4)}0${ifsc.slice(5)}`;
  const isLikely = ifsc[4] === 'O' && /^[A-Z]{4}0[A-Z\d]{6}$/.test(withZero);
  return faultOf(field, 'ifsc_form', {}, isLikely ? [withZero] : []);
}

function checkCpfOrCnpj(field: string, value: string): RowFault | undefined {
  if (value.length === 11) {
    if (!/^\d+$/.test(value)) return faultOf(field, 'digits_only', { what: 'CPF' });
    return agreesCpf(value) ? undefined : faultOf(field, 'checksum_wrong', { what: 'CPF' });
  }
  if (value.length === 14)
    return agreesCnpj(value) ? undefined : faultOf(field, 'checksum_wrong', { what: 'CNPJ' });
  const padded = `0${value}`;
  const isLikely =
    (padded.length === 11 && agreesCpf(padded)) || (padded.length === 14 && agreesCnpj(padded));
  return faultOf(
    field,
    'digits_count',
    { what: 'CPF or CNPJ', has: value.length, wants: '11 or 14' },
    isLikely ? [padded] : [],
  );
}

const checkDigit = (sum: number): number => (sum % 11 < 2 ? 0 : 11 - (sum % 11));
const allTheSame = (text: string): boolean => new Set(text).size === 1;

export function agreesCpf(cpf: string): boolean {
  if (!/^\d{11}$/.test(cpf) || allTheSame(cpf)) return false;
  const digits = digitsOf(cpf);
  const first = checkDigit(weigh(digits.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2]));
  const second = checkDigit(weigh(digits.slice(0, 10), [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]));
  return digits[9] === first && digits[10] === second;
}

/** Since July 2026 the first twelve may be letters too: each counts by its ASCII code, from `0` on. */
export function agreesCnpj(cnpj: string): boolean {
  if (!/^[A-Z\d]{12}\d{2}$/.test(cnpj) || allTheSame(cnpj)) return false;
  const values = Array.from(cnpj, (character) => character.charCodeAt(0) - 48);
  const first = checkDigit(weigh(values.slice(0, 12), [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  const second = checkDigit(weigh(values.slice(0, 13), [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  return values[12] === first && values[13] === second;
}

/** One territory's banks under another's BIC. */
const sharedBics: Record<string, readonly string[]> = {
  GB: ['JE', 'GG', 'IM'],
  FR: ['GP', 'GF', 'MQ', 'RE', 'YT', 'PF', 'NC', 'WF', 'PM', 'BL', 'MF', 'MC'],
  MC: ['FR'],
  FI: ['AX'],
  DK: ['FO', 'GL'],
  FO: ['DK'],
  GL: ['DK'],
  SM: ['IT'],
  LI: ['CH'],
};

/** A BIC of another country than the IBAN: one of them is of another account. */
export function checkBicAgainstIban(field: string, bic: string, iban: string): RowFault | undefined {
  const ofBic = bic.slice(4, 6);
  const ofIban = iban.slice(0, 2);
  if (ofBic === ofIban || sharedBics[ofIban]?.includes(ofBic)) return undefined;
  return faultOf(field, 'bic_country_differs', { bic: ofBic, iban: ofIban });
}
