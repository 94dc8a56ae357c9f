import 'server-only';

export type FixedSide = 'source' | 'target';
export type Receiver = 'person' | 'institution';

const key = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

const sides: Record<string, FixedSide> = {
  source: 'source',
  sourcecurrency: 'source',
  sourceamount: 'source',
  send: 'source',
  sender: 'source',
  sent: 'source',
  target: 'target',
  targetcurrency: 'target',
  targetamount: 'target',
  receive: 'target',
  receiver: 'target',
  recipient: 'target',
  payee: 'target',
};

/** Wise’s words are `source` and `target`; a currency says it too where the two differ. */
export function readFixedSide(text: string, source: string, target: string | null): FixedSide | undefined {
  const word = key(text);
  if (Object.hasOwn(sides, word)) return sides[word];
  if (target !== null && text.toUpperCase() === target) return 'target';
  return text.toUpperCase() === source && target !== null ? 'source' : undefined;
}

const receivers: Record<string, Receiver> = {
  person: 'person',
  private: 'person',
  personal: 'person',
  individual: 'person',
  human: 'person',
  employee: 'person',
  institution: 'institution',
  business: 'institution',
  company: 'institution',
  organisation: 'institution',
  organization: 'institution',
  corporate: 'institution',
  charity: 'institution',
};

export function readReceiver(text: string): Receiver | undefined {
  const word = key(text);
  return Object.hasOwn(receivers, word) ? receivers[word] : undefined;
}

/** Wise’s word among an account’s details. */
export const legalTypeOf = { person: 'PRIVATE', institution: 'BUSINESS' } as const satisfies Record<
  Receiver,
  string
>;

const currencies: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  EURO: 'EUR',
  EUROS: 'EUR',
  POUND: 'GBP',
  POUNDS: 'GBP',
  STERLING: 'GBP',
  STG: 'GBP',
  UKP: 'GBP',
  YEN: 'JPY',
  RMB: 'CNY',
  ZLOTY: 'PLN',
  US$: 'USD',
  'US DOLLAR': 'USD',
  'US DOLLARS': 'USD',
};

/** What somebody means who does not write a currency’s code. */
export const suggestCurrency = (text: string): string | undefined =>
  Object.hasOwn(currencies, text.toUpperCase()) ? currencies[text.toUpperCase()] : undefined;

/** Loose on purpose: only Wise and the post know which addresses exist. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 &&
  /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]+$/.test(text) &&
  /\.[^\s.]{2,}$/.test(text) &&
  !text.includes('..');
