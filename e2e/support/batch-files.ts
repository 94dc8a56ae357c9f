/** Files of payments as people bring them. */

/** ISO 13616: the two digits that make the remainder by 97 one. */
function ibanOf(country: string, account: string): string {
  const digits = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

export const germanIban = (number: number): string =>
  ibanOf('DE', `37040044${String(532_000_000 + number).padStart(10, '0')}`);

export interface Payment {
  name: string;
  iban: string;
  currency: string;
  amount: string;
  reference: string;
  type: string;
}

const surnames = [
  'Wagner',
  'Fischer',
  'Neumann',
  'Hartmann',
  'Lorenz',
  'Brandt',
  'Vogel',
  'Seidel',
  'Kramer',
  'Busch',
];
const names = ['Anna', 'Bruno', 'Clara', 'David', 'Elena', 'Felix', 'Greta', 'Hugo', 'Ida', 'Jonas'];

/** Payments with nothing wrong in them, each to another account. @param from begins elsewhere, so that none was paid before */
export const makePayments = (count: number, from = 0): Payment[] =>
  Array.from({ length: count }, (_, index) => from + index).map((at) => ({
    name: `${names[at % names.length]} ${surnames[Math.floor(at / names.length) % surnames.length]}`,
    iban: germanIban(at),
    currency: 'EUR',
    amount: `${10 + at}.50`,
    reference: `Invoice ${at + 1}`,
    type: 'PERSON',
  }));

const columns = ['name', 'iban', 'currency', 'amount', 'reference', 'type'] as const;
const headers = {
  name: 'name',
  iban: 'IBAN',
  currency: 'targetCurrency',
  amount: 'amount',
  reference: 'paymentReference',
  type: 'receiverType',
};

export const toCsv = (
  payments: readonly Payment[],
  names: Record<(typeof columns)[number], string> = headers,
): string =>
  [
    columns.map((column) => names[column]).join(','),
    ...payments.map((payment) => columns.map((column) => `"${payment[column]}"`).join(',')),
  ].join('\r\n');
