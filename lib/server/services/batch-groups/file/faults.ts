import 'server-only';

type Words = readonly [message: string, mend: string];

const count = (of: number, noun: string): string =>
  `${of.toLocaleString('en-GB')} ${noun}${of === 1 ? '' : 's'}`;
const article = (word: string): string => (/^[AEIO]/.test(word) ? 'an' : 'a');

/**
 * All that can be wrong with a row, the worst first: what is wrong, and how to mend it. The keys are stable codes.
 * What is in doubt, and may be right all the same, stands under `doubts`: a person can accept it.
 */
const wrongs = {
  too_many_rows: ({ limit }: { limit: number }): Words => [
    `A batch group takes ${count(limit, 'payment')}`,
    'Take this row out and pay it in another batch group.',
  ],
  number_cut: (): Words => [
    'A spreadsheet has cut this number short',
    'Format the column as text and take the number from its source again.',
  ],
  formula: (): Words => [
    'This is a formula, not text',
    'Type the text itself. A spreadsheet that opens it would run it.',
  ],
  control_characters: (): Words => [
    'There are characters in it that nobody sees',
    'Take the text without them.',
  ],
  recipient_unknown: (): Words => [
    'No recipient has this id',
    'Look at the id again, or clear it and give the account.',
  ],
  recipient_id_of_web: (): Words => [
    'Wise’s web pages use this id, its API does not know it',
    'Clear it and give the account, or give the recipient’s number.',
  ],
  recipient_id_form: (): Words => ['A recipient’s id has digits only', 'Look at the id again, or clear it.'],
  recipient_inactive: (): Words => [
    'This recipient was deactivated at Wise',
    'Clear the id and give the account: a new recipient is made.',
  ],
  recipient_currency: ({ has, wants }: { has: string; wants: string }): Words => [
    `This recipient takes ${has}, the row says ${wants}`,
    `Change the currency to ${has}, or choose another recipient.`,
  ],
  recipient_account_differs: (): Words => [
    'The account is not the one of the recipient with this id',
    'Clear the id or the account, whichever is not meant.',
  ],
  iban_characters: ({ country }: { country: string | null }): Words => [
    country
      ? `${article(country) === 'an' ? 'An' : 'A'} ${country} IBAN has digits only after its country`
      : 'An IBAN begins with two letters and two digits; letters and digits follow',
    'Compare it with the payee’s invoice, O and 0, I and 1 first.',
  ],
  iban_country: ({ country }: { country: string }): Words => [
    `No country with IBANs is called ${country}`,
    'Look at the first two letters again.',
  ],
  iban_length: ({ has, wants, country }: { has: number; wants: number; country: string }): Words => [
    `${count(has, 'character')}, ${article(country)} ${country} IBAN has ${wants}`,
    has < wants ? 'Ask the payee for what is missing.' : 'Compare it with the payee’s invoice.',
  ],
  iban_checksum: (): Words => [
    'The check digits do not agree: a digit is wrong or two are swapped',
    'Compare it with the payee’s invoice.',
  ],
  iban_in_account_number: (): Words => ['This is an IBAN', 'Move it to the IBAN, or map the column as IBAN.'],
  checksum_wrong: ({ what }: { what: string }): Words => [
    `The check digits of the ${what} do not agree: a digit is wrong or two are swapped`,
    'Compare it with the payee’s invoice.',
  ],
  digits_only: ({ what }: { what: string }): Words => [
    `The ${what} has digits only`,
    'Take out what is no digit.',
  ],
  digits_count: ({ what, has, wants }: { what: string; has: number; wants: string }): Words => [
    `The ${what} has ${count(has, 'digit')}, needs ${wants}`,
    'Compare it with the payee’s invoice. Spreadsheets drop zeros at the front.',
  ],
  bic_form: ({ has }: { has: number }): Words => [
    has === 8 || has === 11
      ? 'A BIC has four letters for the bank and two for its country first'
      : `${count(has, 'character')}, a BIC has 8 or 11`,
    'Compare it with the payee’s invoice.',
  ],
  ifsc_form: (): Words => [
    'An IFSC code has four letters, a zero, then six letters or digits',
    'Compare it with the payee’s invoice.',
  ],
  account_missing: ({ needs }: { needs: readonly string[] }): Words => [
    'There is no account to pay to',
    needs.length > 0 ? `Give ${joinWords(needs)}.` : 'Give the account, or the id of a recipient.',
  ],
  type_unknown: ({ currency, types }: { currency: string; types: readonly string[] }): Words => [
    `Wise knows no such kind of account for ${currency}`,
    types.length > 0 ? `Use ${joinWords(types, 'or')}, or clear it.` : 'Clear it.',
  ],
  amount_missing: (): Words => ['Amount is missing', 'Give the amount.'],
  amount_not_a_number: (): Words => ['This is not an amount', 'Write it in digits, such as 1240.50.'],
  amount_with_currency: (): Words => [
    'The amount has more than digits',
    'Write the digits alone; the currency has its own column.',
  ],
  amount_signed: (): Words => [
    'An amount has no sign',
    'Write it without one. Money cannot be taken from a payee.',
  ],
  amount_ambiguous: (): Words => [
    'This can be read as two amounts',
    'Say which one is meant, with a point before the decimals and nothing else.',
  ],
  amount_zero: (): Words => ['The amount is zero', 'Give an amount above zero, or leave the row out.'],
  amount_decimals: ({ currency, has, takes }: { currency: string; has: number; takes: number }): Words => [
    takes === 0
      ? `${nameOfCurrency(currency)} has no decimals`
      : `${count(has, 'decimal')}, ${currency} has ${takes}`,
    takes === 0 ? 'Write a whole amount.' : `Write the amount with ${count(takes, 'decimal')} at most.`,
  ],
  amount_too_long: (): Words => ['An amount has 15 digits at most', 'Look at the amount again.'],
  currency_missing: (): Words => ['Currency is missing', 'Give the currency that arrives, such as EUR.'],
  currency_unknown: (): Words => ['This is no currency', 'Write its three letters, such as EUR.'],
  currency_not_supported: ({ source, target }: { source: string; target: string }): Words => [
    `Wise does not send ${target} from ${source}`,
    'Choose another currency, or pay this row another way.',
  ],
  source_currency_differs: ({ wants }: { wants: string }): Words => [
    `This batch group is paid from ${wants}`,
    `Change it to ${wants}, or pay this row in a batch group of its own currency.`,
  ],
  fixed_side_unknown: (): Words => [
    'This does not say which side the amount fixes',
    'Write source (fees come out of it) or target (exactly this arrives).',
  ],
  name_missing: (): Words => ['Name is missing', 'Give the name of the account’s holder.'],
  name_characters: ({ characters }: { characters: readonly string[] }): Words => [
    `Wise does not take ${joinWords(characters.map((character) => `“${character}”`))} in a name`,
    'Write the name as the bank writes it, in Latin letters.',
  ],
  name_two_words: (): Words => [
    'A person’s name has two words of two letters or more',
    'Give first and last name in full, or say that it is an institution.',
  ],
  name_digits: (): Words => [
    'A person’s name has no digits',
    'Take the digits out, or say that it is an institution.',
  ],
  name_one_letter: (): Words => ['One letter is no name', 'Give the name in full.'],
  receiver_type_unknown: (): Words => [
    'A payee is a person or an institution',
    'Write PERSON or INSTITUTION.',
  ],
  receiver_type_missing: (): Words => ['Person or institution?', 'Write PERSON or INSTITUTION.'],
  email_form: (): Words => [
    'This is no e-mail address',
    'Look at it again, or clear it if it is not needed.',
  ],
  detail_missing: ({ label }: { label: string }): Words => [
    `Wise needs more: ${label}`,
    'Ask the payee, and fill it in.',
  ],
  detail_too_short: ({ label, has, wants }: { label: string; has: number; wants: number }): Words => [
    `${label}: ${count(has, 'character')}, Wise wants ${wants} or more`,
    'Compare it with the payee’s invoice.',
  ],
  detail_too_long: ({ label, has, takes }: { label: string; has: number; takes: number }): Words => [
    `${label}: ${count(has, 'character')}, Wise takes ${takes}`,
    'Shorten it.',
  ],
  detail_form: ({ label, example }: { label: string; example: string | null }): Words => [
    `${label} does not have the form Wise wants`,
    example ? `It looks like ${example}.` : 'Compare it with the payee’s invoice.',
  ],
  value_not_allowed: ({ label }: { label: string }): Words => [
    `${label}: Wise does not know this value`,
    'Choose one that Wise offers.',
  ],
  reference_too_long: ({ has, takes }: { has: number; takes: number }): Words => [
    `${count(has, 'character')}, a reference has ${takes} at most`,
    'Shorten it: Wise would refuse it or cut it.',
  ],
};

const doubts = {
  duplicate_in_file: ({ row }: { row: number }): Words => [
    `Row ${row.toLocaleString('en-GB')} pays the same amount to the same account`,
    'Take one of them out, or accept it if both are meant.',
  ],
  like_recent_batch: ({ name, date }: { name: string; date: string }): Words => [
    `The batch “${name}” of ${date} has the same payment`,
    'Take it out, or accept it if it is to be paid again.',
  ],
  known_name_other_account: (): Words => [
    'This name was paid to another account until now',
    'Ask the payee by a number you know already, not one from the invoice. Then accept it.',
  ],
  name_differs: ({ known }: { known: string }): Words => [
    `The recipient with this account is called ${known}`,
    'Look whether it is the right account. Then accept it.',
  ],
  recipient_without_address: ({
    source,
    target,
    isById,
  }: {
    source: string;
    target: string;
    isById: boolean;
  }): Words => [
    `Wise wants the payee’s address for ${target} from ${source}, and tells of none at this recipient`,
    isById
      ? 'Clear the id and give the account with its address. Accept it only if the address is at Wise.'
      : 'Give the address in this row: a recipient with it is made. Accept it only if the address is at Wise.',
  ],
  iban_country_unusual: ({ country, currency }: { country: string; currency: string }): Words => [
    `${article(country) === 'an' ? 'An' : 'A'} ${country} account for ${currency} is unusual`,
    'Look at the currency and the IBAN again. Accept it if both are right.',
  ],
  bic_country_differs: ({ bic, iban }: { bic: string; iban: string }): Words => [
    `The BIC is of ${bic}, the IBAN of ${iban}`,
    'Look at both again, or clear the BIC: an IBAN needs none in most countries.',
  ],
};

const words = { ...wrongs, ...doubts };
type AllWords = typeof words;
export type FaultCode = keyof AllWords;

export interface RowFault {
  /** Canonical, as in `amount` or `details.IBAN`. */
  field: string;
  code: FaultCode;
  /** What is wrong. */
  message: string;
  /** How to mend it. */
  mend: string;
  /** Values to put in its place, the likeliest first. None is ever taken without a person. */
  suggestions?: readonly string[];
}

const order = Object.keys(words);

export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(words, code);
/** May a person say that it is right all the same? */
export const isDoubt = (code: FaultCode): boolean => Object.hasOwn(doubts, code);
export const bySeverity = (one: RowFault, other: RowFault): number =>
  order.indexOf(one.code) - order.indexOf(other.code);

/** @param facts what the words name */
export function faultOf<Code extends FaultCode>(
  field: string,
  code: Code,
  facts: Parameters<AllWords[Code]>[0] extends undefined
    ? Record<never, never>
    : Parameters<AllWords[Code]>[0],
  suggestions: readonly string[] = [],
): RowFault {
  const make = words[code] as (facts: unknown) => Words;
  const [message, mend] = make(facts);
  return { field, code, message, mend, ...(suggestions.length > 0 ? { suggestions } : {}) };
}

function joinWords(list: readonly string[], last = 'and'): string {
  if (list.length < 2) return list[0] ?? '';
  return `${list.slice(0, -1).join(', ')} ${last} ${list.at(-1)}`;
}

const currencyNames: Record<string, string> = { JPY: 'Yen', KRW: 'Won', VND: 'Dong' };
const nameOfCurrency = (currency: string): string =>
  Object.hasOwn(currencyNames, currency) ? (currencyNames[currency] ?? currency) : currency;
