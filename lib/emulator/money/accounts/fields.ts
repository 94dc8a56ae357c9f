import { type Choice, countryChoices, statesOf } from './countries.ts';

/** One entry of a form, and the rule that a recipient is held against: both ask the same. */
export interface Field {
  /** Dotted for a part of the address. */
  key: string;
  name: string;
  type: 'text' | 'select' | 'radio' | 'date';
  required: boolean;
  /** The form looks different once this has a value. */
  refresh?: boolean;
  /** Stars stand for characters, all else is put between them. */
  displayFormat?: string;
  example?: string;
  minLength?: number;
  maxLength?: number;
  regexp?: string;
  values?: readonly Choice[];
  /** Spaces and dashes are left out before it is looked at. */
  isCompact?: boolean;
  /** What no regular expression can tell; never printed. */
  fits?: (value: string) => boolean;
  /** What is said where it does not fit. */
  wrong?: string;
}

/** What was filled in so far. */
export interface Given {
  legalType: string | undefined;
  details: Readonly<Record<string, string>>;
  address: Readonly<Record<string, string>> | null;
}

export const text = (key: string, name: string, more: Partial<Field> = {}): Field => ({
  key,
  name,
  type: 'text',
  required: true,
  ...more,
});

/** Digits of a fixed length, or between two. */
export const digits = (
  key: string,
  name: string,
  minLength: number,
  maxLength: number,
  more: Partial<Field> = {},
): Field =>
  text(key, name, {
    minLength,
    maxLength,
    regexp: minLength === maxLength ? `^\\d{${minLength}}$` : `^\\d{${minLength},${maxLength}}$`,
    isCompact: true,
    ...more,
  });

export const choice = (
  key: string,
  name: string,
  values: readonly Choice[],
  more: Partial<Field> = {},
): Field => ({ key, name, type: 'select', required: true, values, ...more });

const legalTypes = {
  PRIVATE: { key: 'PRIVATE', name: 'Person' },
  BUSINESS: { key: 'BUSINESS', name: 'Business' },
} as const;

export const legalType = (more: Partial<Field> = {}): Field =>
  choice('legalType', 'Recipient type', [legalTypes.PRIVATE, legalTypes.BUSINESS], more);
export const privateOnly = choice('legalType', 'Recipient type', [legalTypes.PRIVATE]);

export const emailRegexp = '^[^\\s]+@[^\\s]+\\.[^\\s]{2,}$';
export const email = (required: boolean): Field =>
  text('email', 'E-mail', { required, regexp: emailRegexp, maxLength: 254, example: 'example@example.ex' });

/** Wise: the characters that names may have; persons have two names of more than a letter, and no digits in them. */
const nameRegexp = "^[0-9A-Za-zÀ-ÖØ-öø-ÿ\\-_()'*,.\\s]+$";
function isFullName(name: string, isBusiness: boolean): boolean {
  const words = name.trim().split(/\s+/);
  if (isBusiness) return name.trim().length > 1;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return !/\d/.test(name) && words.length > 1 && first.length > 1 && last.length > 1;
}
export const accountHolderName = (given: Given): Field =>
  text('accountHolderName', 'Full name of the account holder', {
    minLength: 2,
    maxLength: 140,
    regexp: nameRegexp,
    fits: (name) => isFullName(name, given.legalType === 'BUSINESS'),
    wrong: 'Please enter the recipient’s first and last name, as the bank knows them.',
  });

const withoutPostCode = [
  'AE',
  'AG',
  'AO',
  'BO',
  'BS',
  'BW',
  'BZ',
  'FJ',
  'GH',
  'HK',
  'JM',
  'KE',
  'QA',
  'UG',
  'ZW',
];

/** Emulator choice: a state is asked for where a country is divided into them, a post code where it has such. */
export function addressFields(given: Given, required: boolean): Field[] {
  const country = given.address?.country ?? '';
  const states = statesOf[country];
  // A part of an address is of no use.
  const isNeeded = required || given.address !== null;
  return [
    choice('address.country', 'Country', countryChoices, { required: isNeeded, refresh: true }),
    ...(states ? [choice('address.state', 'State', states, { required: isNeeded })] : []),
    text('address.city', 'City', { required: isNeeded, minLength: 2, maxLength: 255 }),
    text('address.firstLine', 'Recipient address', { required: isNeeded, minLength: 2, maxLength: 255 }),
    ...(withoutPostCode.includes(country)
      ? []
      : [text('address.postCode', 'Post code', { required: isNeeded, minLength: 2, maxLength: 30 })]),
  ];
}
