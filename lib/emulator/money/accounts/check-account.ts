import { needsAddress } from '../addresses.ts';
import type { RecipientRecord } from '../records.ts';
import type { AccountForm } from './account-kinds.ts';
import { type Field, type Given, accountHolderName, addressFields, email } from './fields.ts';
import { findForm, formsOf } from './forms.ts';

/** The route decides with the form what is asked for. */
export interface AccountRoute {
  targetCurrency: string;
  /** null where no quote is at hand. */
  sourceCurrency: string | null;
  /** Wise: asked for although the route does not need it. */
  addressRequired?: boolean;
}

export type Account = Pick<
  RecipientRecord,
  'accountHolderName' | 'currency' | 'country' | 'type' | 'legalType' | 'email' | 'details' | 'address'
>;

export interface AccountFault {
  path: string;
  message: string;
  value: string;
}

/** Everything a kind of account asks for beside name and e-mail, with what was given so far. */
export function fieldsOf(form: AccountForm, given: Given, route: AccountRoute): Field[] {
  return [...form.fields(given), ...addressFields(given, route.addressRequired || needsAddress(route))];
}

function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}

function textsOf(raw: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  if (typeof raw !== 'object' || raw === null) return texts;
  for (const [key, value] of Object.entries(raw)) {
    const text = plainText(value);
    if (text !== undefined && text !== '') texts[key] = text;
  }
  return texts;
}

/** What was sent as details, in one spelling. Wise's own samples write the country in two ways. */
export function givenOf(details: unknown): Given {
  const raw = typeof details === 'object' && details !== null ? details : {};
  const { countryCode, ...address } = textsOf(Reflect.get(raw, 'address'));
  if (countryCode !== undefined && address.country === undefined) address.country = countryCode;
  if (address.country !== undefined) address.country = address.country.toUpperCase();
  const { iban, legalType, ...rest } = textsOf(raw);
  if (iban !== undefined && rest.IBAN === undefined) rest.IBAN = iban;
  return { legalType, details: rest, address: Object.keys(address).length > 0 ? address : null };
}

const patterns = new Map<string, RegExp>();
function matches(regexp: string, value: string): boolean {
  const pattern = patterns.get(regexp) ?? new RegExp(regexp);
  patterns.set(regexp, pattern);
  return pattern.test(value);
}

/** @returns what is wrong with a value; null for one that will do */
export function faultOfField(field: Field, value: string | undefined): string | null {
  if (value === undefined) return field.required ? `${field.name} is required.` : null;
  if (field.values && !field.values.some(({ key }) => key === value))
    return `${field.name} must be one of those that are listed.`;
  if (field.minLength !== undefined && value.length < field.minLength) return `${field.name} is too short.`;
  if (field.maxLength !== undefined && value.length > field.maxLength) return `${field.name} is too long.`;
  const wrong = field.wrong ?? `${field.name} is not valid.`;
  if (field.regexp !== undefined && !matches(field.regexp, value)) return wrong;
  return field.fits && !field.fits(value) ? wrong : null;
}

const compact = (value: string): string => value.replace(/[\s-]/g, '').toUpperCase();

function valueOf(field: Field, given: Given): string | undefined {
  if (field.key === 'legalType') return given.legalType;
  const value = field.key.startsWith('address.')
    ? given.address?.[field.key.slice('address.'.length)]
    : given.details[field.key];
  return field.isCompact && value !== undefined ? compact(value) : value;
}

/** Holds what was sent against the form of its currency and type. Details that the form does not know are left out. */
export function checkAccount(
  sent: { currency: string; type: string; accountHolderName: string; details: unknown },
  route: Omit<AccountRoute, 'targetCurrency'> = { sourceCurrency: null },
): { account: Account } | { faults: AccountFault[] } {
  const { currency } = sent;
  const one = (path: string, message: string, value: string) => ({ faults: [{ path, message, value }] });
  if (formsOf(currency).length === 0) return one('currency', 'Unknown currency.', currency);
  const form = findForm(currency, sent.type);
  if (!form) return one('type', `No account in ${currency} is of this type.`, sent.type);
  const given = givenOf(sent.details);
  const name = sent.accountHolderName.trim().replace(/\s+/g, ' ');
  const details: Record<string, string> = {};
  const address: Record<string, string> = {};
  const faults: AccountFault[] = [];
  const check = (field: Field, value: string | undefined) => {
    const message = faultOfField(field, value);
    if (message !== null) faults.push({ path: field.key, message, value: value ?? '' });
  };
  check(accountHolderName(given), name === '' ? undefined : name);
  const fields = fieldsOf(form, given, { ...route, targetCurrency: currency });
  // Korean accounts ask for one themselves.
  if (!fields.some(({ key }) => key === 'email')) check(email(false), given.details.email);
  for (const field of fields) {
    const value = valueOf(field, given);
    check(field, value);
    if (value === undefined || field.key === 'legalType' || field.key === 'email') continue;
    if (field.key.startsWith('address.')) address[field.key.slice('address.'.length)] = value;
    else details[field.key] = value;
  }
  if (faults.length > 0) return { faults };
  return {
    account: {
      accountHolderName: name,
      currency,
      country: form.countryOf(details),
      type: form.type,
      legalType: given.legalType === 'BUSINESS' ? 'BUSINESS' : 'PRIVATE',
      email: given.details.email ?? null,
      details,
      address: given.address === null ? null : address,
    },
  };
}
