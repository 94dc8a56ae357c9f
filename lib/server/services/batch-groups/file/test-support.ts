import 'server-only';
import { createHash } from 'node:crypto';
import { requirementsReply } from '../../../../contracts/wise/recipients.ts';
import { accountText } from './account.ts';
import { type CheckResult, checkRows } from './check-rows.ts';
import type { CheckedRow, RowToCheck } from './row-result.ts';
import { indexRecipients, type KnownRecipient } from './recipients.ts';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const field = (key: string, name: string, more: Record<string, unknown> = {}) => ({
  name,
  group: [{ key, name, type: 'text', required: true, refreshRequirementsOnChange: false, ...more }],
});
const holder = [
  field('legalType', 'Recipient type', {
    type: 'select',
    valuesAllowed: [
      { key: 'PRIVATE', name: 'Person' },
      { key: 'BUSINESS', name: 'Business' },
    ],
  }),
  field('accountHolderName', 'Full name', { minLength: 2, maxLength: 30 }),
];
const requirements = new Map(
  Object.entries({
    EUR: [
      { type: 'email', title: 'E-mail', fields: [field('email', 'E-mail'), ...holder] },
      {
        type: 'iban',
        title: 'IBAN',
        fields: [field('IBAN', 'IBAN'), field('BIC', 'BIC', { required: false }), ...holder],
      },
    ],
    GBP: [
      {
        type: 'sort_code',
        title: 'UK account',
        fields: [field('sortCode', 'UK sort code'), field('accountNumber', 'Account number'), ...holder],
      },
    ],
    USD: [
      {
        type: 'aba',
        title: 'ACH',
        fields: [
          field('abartn', 'Routing number'),
          field('accountNumber', 'Account number', { validationRegexp: '^\\d{4,17}$', example: '12345678' }),
          field('accountType', 'Account type', {
            type: 'radio',
            valuesAllowed: [
              { key: 'CHECKING', name: 'Checking' },
              { key: 'SAVINGS', name: 'Savings' },
            ],
          }),
          field('address.country', 'Country', {
            type: 'select',
            valuesAllowed: [{ key: 'US', name: 'United States' }],
          }),
          field('address.city', 'City', { type: 'something new' }),
          ...holder,
        ],
      },
    ],
    JPY: [
      {
        type: 'japanese',
        title: 'Local',
        fields: [
          field('bankCode', 'Bank'),
          field('branchCode', 'Branch'),
          field('accountNumber', 'Account number'),
        ],
      },
    ],
  }).map(([currency, reply]) => [currency, requirementsReply.parse(reply)] as const),
);

const currencies = new Map(
  Object.entries({ EUR: 2, GBP: 2, USD: 2, JPY: 0, SEK: 2, XAU: 2 }).map(([code, decimals]) => [
    code,
    { decimals },
  ]),
);

const recipient = (
  id: string,
  name: string,
  currency: string,
  type: string,
  details: Record<string, unknown> | null,
  isActive = true,
): KnownRecipient => {
  const text = details && accountText(currency, type, details);
  return { id, name, currency, type, isActive, accountDigest: text ? digest(text) : null, hasAddress: null };
};
const recipients = indexRecipients([
  recipient('40000001', 'John Doe', 'GBP', 'SortCode', {
    reference: null,
    sortCode: '040075',
    accountNumber: '37778842',
  }),
  recipient('40000002', 'Wagner Präzision GmbH', 'EUR', 'Iban', {
    IBAN: 'DE89370400440532013000',
    BIC: null,
  }),
  recipient(
    '40000003',
    'Gone Ltd',
    'GBP',
    'SortCode',
    { sortCode: '200000', accountNumber: '55779911' },
    false,
  ),
  recipient('40000004', 'Zoë Quinn', 'EUR', 'email', { email: 'Zoe@example.com' }),
  recipient('40000005', 'Told Too Little', 'SEK', 'swedish', null),
]);

export const checkThe = (
  rows: readonly RowToCheck[],
  more: Partial<Parameters<typeof checkRows>[0]> = {},
): CheckResult =>
  checkRows({
    sourceCurrency: 'GBP',
    requirements,
    currencies,
    supportedTargets: new Set(['EUR', 'GBP', 'USD', 'JPY', 'SEK']),
    recipients,
    recentRows: new Map(),
    digest,
    ...more,
    rows,
  });
export const check = (
  rows: readonly RowToCheck['cells'][],
  more: Parameters<typeof checkThe>[1] = {},
): CheckResult =>
  checkThe(
    rows.map((cells, at) => ({ rowNumber: at + 1, cells })),
    more,
  );
/** A batch of one row. */
export const first = (cells: RowToCheck['cells'], more: Parameters<typeof check>[1] = {}): CheckedRow => {
  const [row] = check([cells], more).rows;
  if (!row) throw new Error('no row');
  return row;
};
export const codes = (cells: RowToCheck['cells'], more: Parameters<typeof check>[1] = {}) =>
  first(cells, more).faults.map((fault) => `${fault.field}: ${fault.code}`);

export const german = {
  name: 'Anna Schmidt',
  receiverType: 'PERSON',
  targetCurrency: 'EUR',
  amount: '1,240.50',
  'details.IBAN': 'DE75 5121 0800 1245 1261 99',
};
export const british = {
  name: 'Northern Gas Direct',
  receiverType: 'INSTITUTION',
  targetCurrency: 'GBP',
  amountCurrency: 'source',
  amount: '95.00',
  'details.sortCode': '20-41-50',
  'details.accountNumber': '4392 0181',
};
export const american = {
  name: 'Jane Roe',
  receiverType: 'person',
  targetCurrency: 'usd',
  amount: '10',
  'details.abartn': '064000020',
  'details.accountNumber': '40000000000',
  'details.accountType': 'Checking',
  'details.address.country': 'united states',
  'details.address.city': 'New York',
};
