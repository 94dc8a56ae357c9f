import { bankChoices, branchChoices } from './banks.ts';
import { isCnpj, isCpf, isIban, isRoutingNumber } from './check-digits.ts';
import { choice, digits, email, type Field, type Given, legalType, privateOnly, text } from './fields.ts';

/** One kind of account that a currency is paid out to. */
export interface AccountForm {
  /** As it is sent. */
  type: string;
  title: string;
  /** The fields that say which account it is. */
  accountNumber: string;
  bankCode?: string;
  countryOf: (details: Readonly<Record<string, string>>) => string | null;
  /** Without name, e-mail and address. */
  fields: (given: Given) => Field[];
}

export const simple = (
  form: { type: string; title: string; country: string; accountNumber?: string; bankCode?: string },
  ...fields: Field[]
): AccountForm => ({
  type: form.type,
  title: form.title,
  accountNumber: form.accountNumber ?? 'accountNumber',
  ...(form.bankCode === undefined ? {} : { bankCode: form.bankCode }),
  countryOf: () => form.country,
  fields: () => [legalType(), ...fields],
});

export const eurozone = 'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM'.split(' ');

/** @param countries whose IBANs there are in the currency */
export const iban = (title: string, example: string, countries: readonly string[]): AccountForm => ({
  type: 'iban',
  title,
  accountNumber: 'IBAN',
  countryOf: ({ IBAN = '' }) => IBAN.slice(0, 2) || null,
  fields: () => [
    legalType(),
    text('IBAN', 'IBAN', {
      minLength: 2,
      maxLength: 42,
      example,
      isCompact: true,
      fits: (value) => isIban(value) && countries.includes(value.slice(0, 2)),
      wrong: 'Please enter a valid IBAN.',
    }),
  ],
});

const accountTypes = [
  { key: 'CHECKING', name: 'Checking' },
  { key: 'SAVINGS', name: 'Savings' },
];
export const accountType = choice('accountType', 'Account type', accountTypes, { type: 'radio' });
export const bankOf = (currency: string, more: Partial<Field> = {}, key = 'bankCode'): Field =>
  choice(key, 'Recipient bank name', bankChoices(currency), more);

export const swift: AccountForm = {
  type: 'swift_code',
  title: 'SWIFT',
  accountNumber: 'accountNumber',
  bankCode: 'swiftCode',
  countryOf: ({ swiftCode = '' }) => swiftCode.slice(4, 6) || null,
  fields: () => [
    legalType(),
    text('swiftCode', 'SWIFT / BIC code', {
      minLength: 8,
      maxLength: 11,
      regexp: '^[A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?$',
      example: 'BUKBGB22',
      isCompact: true,
    }),
    text('accountNumber', 'IBAN / Account number', {
      minLength: 4,
      maxLength: 34,
      regexp: '^[A-Za-z0-9]{4,34}$',
      isCompact: true,
    }),
  ],
};

/** Emulator choice: no bank has a sort code that begins with 00 or 99, nor the one of Wise's own example of an error. */
const isSortCode = (value: string): boolean => !/^(00|99)/.test(value) && value !== '231479';
export const sortCode = simple(
  { type: 'sort_code', title: 'Local bank account', country: 'GB', bankCode: 'sortCode' },
  digits('sortCode', 'UK sort code', 6, 6, {
    displayFormat: '**-**-**',
    example: '40-30-20',
    fits: isSortCode,
    wrong:
      'Unknown bank code. Please check the sort code is correct, or contact customer support for more information.',
  }),
  digits('accountNumber', 'Account number', 8, 8, { example: '12345678' }),
);

export const aba = simple(
  { type: 'aba', title: 'ACH / Wire', country: 'US', bankCode: 'abartn' },
  digits('abartn', 'ACH routing number', 9, 9, {
    example: '020123456',
    fits: isRoutingNumber,
    wrong: 'Unknown bank code. Please check the routing number is correct.',
  }),
  digits('accountNumber', 'Account number', 4, 17, { example: '12345678' }),
  accountType,
);

export const japanese: AccountForm = {
  type: 'japanese',
  title: 'Local bank account',
  accountNumber: 'accountNumber',
  bankCode: 'bankCode',
  countryOf: () => 'JP',
  fields: ({ details }) => {
    const branches = branchChoices('JPY', details.bankCode ?? '');
    return [
      legalType(),
      bankOf('JPY', { refresh: true }),
      ...(branches.length > 0 ? [choice('branchCode', 'Branch', branches)] : []),
      choice('accountType', 'Account type', [
        { key: 'CHECKING', name: 'Futsuu (ordinary)' },
        { key: 'CURRENT', name: 'Touza (current)' },
        { key: 'SAVINGS', name: 'Chochiku (savings)' },
      ]),
      digits('accountNumber', 'Account number', 7, 7, { example: '1234567' }),
    ];
  },
};

export const brazil: AccountForm = {
  type: 'brazil',
  title: 'Local bank account',
  accountNumber: 'accountNumber',
  bankCode: 'bankCode',
  countryOf: () => 'BR',
  fields: ({ details, legalType: kind }) => {
    const branches = branchChoices('BRL', details.bankCode ?? '');
    const number =
      kind === 'BUSINESS'
        ? digits('cnpj', 'Tax registration number (CNPJ)', 14, 14, {
            fits: isCnpj,
            wrong: 'Please enter a valid CNPJ.',
          })
        : digits('cpf', 'Tax registration number (CPF)', 11, 11, {
            fits: isCpf,
            wrong: 'Please enter a valid CPF.',
          });
    return [
      legalType({ refresh: true }),
      bankOf('BRL', { refresh: true }),
      ...(branches.length > 0 ? [choice('branchCode', 'Branch', branches)] : []),
      text('accountNumber', 'Account number', {
        minLength: 4,
        maxLength: 14,
        regexp: '^\\d{3,13}[\\dXx]$',
        isCompact: true,
        example: '1234567-8',
      }),
      accountType,
      number,
    ];
  },
};

export const korean: AccountForm = {
  type: 'south_korean_paygate',
  title: 'PayGate',
  accountNumber: 'accountNumber',
  bankCode: 'bankCode',
  countryOf: () => 'KR',
  fields: () => [
    email(true),
    privateOnly,
    {
      key: 'dateOfBirth',
      name: 'Recipient’s date of birth',
      type: 'date',
      required: true,
      regexp: '^\\d{4}-\\d{2}-\\d{2}$',
    },
    bankOf('KRW'),
    digits('accountNumber', 'Account number (KRW accounts only)', 10, 16, { example: '1254693521232' }),
  ],
};
