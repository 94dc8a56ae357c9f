import {
  type AccountForm,
  aba,
  accountType,
  bankOf,
  brazil,
  eurozone,
  iban,
  japanese,
  korean,
  simple,
  sortCode,
  swift,
} from './account-kinds.ts';
import { isClabe, isNorwegianAccount } from './check-digits.ts';
import { digits, emailRegexp, text } from './fields.ts';

const local = 'Local bank account';
const at = (type: string, country: string, bankCode?: string, title = local) =>
  bankCode === undefined ? { type, title, country } : { type, title, country, bankCode };

/**
 * The kinds of account of each currency, the usual one first. Wise: which there are and what they ask for is learned from the
 * requirements alone. Emulator choice: these, with the checks that the country's banks make.
 */
const forms: Record<string, readonly AccountForm[]> = {
  AED: [iban(local, 'AE070331234567890123456', ['AE'])],
  AUD: [
    simple(
      at('australian', 'AU', 'bsbCode'),
      digits('bsbCode', 'BSB code', 6, 6, { displayFormat: '***-***', example: '023-604' }),
      digits('accountNumber', 'Account number', 4, 9, { example: '123456789' }),
    ),
  ],
  BRL: [brazil],
  CAD: [
    simple(
      at('canadian', 'CA', 'institutionNumber'),
      digits('institutionNumber', 'Institution number', 3, 3, { example: '006' }),
      digits('transitNumber', 'Transit number', 5, 5, { example: '04841' }),
      digits('accountNumber', 'Account number', 7, 12, { example: '3456712' }),
      accountType,
    ),
    simple(
      { ...at('interac', 'CA', undefined, 'Interac'), accountNumber: 'interacAccount' },
      text('interacAccount', 'Interac registered e-mail', { regexp: emailRegexp, maxLength: 254 }),
    ),
  ],
  CHF: [iban(local, 'CH9300762011623852957', ['CH', 'LI'])],
  CZK: [iban(local, 'CZ6508000000192000145399', ['CZ'])],
  DKK: [iban(local, 'DK5000400440116243', ['DK', 'FO', 'GL'])],
  EUR: [iban('IBAN', 'DE12345678901234567890', eurozone)],
  GBP: [sortCode, iban('IBAN', 'GB33BUKB20201555555555', ['GB'])],
  HKD: [
    simple(
      at('hongkong', 'HK', 'bankCode'),
      bankOf('HKD'),
      digits('accountNumber', 'Account number', 6, 14, { example: '005-231289-112' }),
    ),
  ],
  IDR: [
    simple(
      at('indonesian', 'ID', 'bankCode'),
      bankOf('IDR'),
      digits('accountNumber', 'Account number', 5, 20, { example: '1234567890' }),
    ),
  ],
  INR: [
    simple(
      at('indian', 'IN', 'ifscCode'),
      text('ifscCode', 'IFSC code', {
        minLength: 11,
        maxLength: 11,
        regexp: '^[A-Za-z]{4}0[A-Za-z0-9]{6}$',
        example: 'YESB0236041',
        isCompact: true,
      }),
      digits('accountNumber', 'Account number', 4, 18, { example: '678911234567891' }),
    ),
  ],
  JPY: [japanese],
  KRW: [korean],
  MXN: [
    simple(
      { ...at('mexican', 'MX'), accountNumber: 'clabe' },
      digits('clabe', 'CLABE', 18, 18, {
        example: '032180000118359719',
        fits: isClabe,
        wrong: 'Please enter a valid CLABE.',
      }),
    ),
  ],
  NOK: [
    simple(
      at('norwegian', 'NO'),
      digits('accountNumber', 'Account number', 11, 11, {
        displayFormat: '****.**.*****',
        example: '86011117947',
        fits: isNorwegianAccount,
        wrong: 'Please enter a valid Norwegian account number.',
      }),
    ),
    iban('IBAN', 'NO9386011117947', ['NO']),
  ],
  NZD: [
    simple(
      at('newzealand', 'NZ'),
      digits('accountNumber', 'Account number', 15, 16, {
        displayFormat: '**-****-*******-***',
        example: '01-0505-0123456-01',
      }),
    ),
  ],
  PLN: [iban(local, 'PL61109010140000071219812874', ['PL'])],
  SEK: [
    simple(
      at('swedish_local', 'SE', 'clearingNumber'),
      digits('clearingNumber', 'Clearing number', 4, 5, { example: '1234' }),
      digits('accountNumber', 'Account number', 6, 12, { example: '1234567' }),
    ),
    iban('IBAN', 'SE4550000000058398257466', ['SE']),
  ],
  SGD: [
    simple(
      at('singapore', 'SG', 'bankCode'),
      bankOf('SGD'),
      digits('accountNumber', 'Account number', 4, 17, { example: '1238827822' }),
    ),
  ],
  TRY: [iban(local, 'TR330006100519786457841326', ['TR'])],
  USD: [aba, swift],
  ZAR: [
    simple(
      at('southafrica', 'ZA', 'swiftCode'),
      bankOf('ZAR', {}, 'swiftCode'),
      digits('accountNumber', 'Account number', 7, 11, { example: '0000123456' }),
    ),
  ],
};

export const formsOf = (currency: string): readonly AccountForm[] => forms[currency] ?? [];

/** Wise: the type is sent in either case. */
export const findForm = (currency: string, type: string): AccountForm | undefined =>
  formsOf(currency).find((form) => form.type === type.toLowerCase());

/** Every detail there is: Wise's older answer names them all. */
export const allDetailKeys: readonly string[] = [
  ...new Set(
    Object.values(forms)
      .flat()
      .flatMap((form) =>
        ['PRIVATE', 'BUSINESS'].flatMap((kind) =>
          form.fields({ legalType: kind, details: {}, address: null }),
        ),
      )
      .map(({ key }) => key)
      .filter((key) => key !== 'legalType'),
  ),
  'branchCode',
];
