import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { agreesAba } from '../../../../format/routing-numbers.ts';
import { agreesClabe, agreesCnpj, agreesCpf, checkBankNumber, checkBicAgainstIban } from './bank-numbers.ts';

const check = (key: string, value: string, currency: string | null = null, hasSortCode = false) =>
  checkBankNumber(key, value, { field: `details.${key}`, currency, hasSortCode });

test.each([
  ['sortCode', '040075', 'GBP'],
  ['abartn', '064000020', 'USD'],
  ['abartn', '021000021', 'USD'],
  ['transitNumber', '04841', 'CAD'],
  ['institutionNumber', '006', 'CAD'],
  ['accountNumber', '3456712', 'CAD'],
  ['accountNumber', '345671234567', 'CAD'],
  ['bsbCode', '023604', 'AUD'],
  ['clabe', '032180000118359719', 'MXN'],
  ['bankCode', '0310', 'JPY'],
  ['branchCode', '001', 'JPY'],
  ['accountNumber', '7720415', 'JPY'],
  ['accountNumber', '86011117947', 'NOK'],
  ['BIC', 'DEUTDEFF', 'EUR'],
  ['swiftCode', 'NWBKGB2LXXX', 'GBP'],
  ['ifscCode', 'YESB0236041', 'INR'],
  ['cpf', '52998224725', 'BRL'],
  ['cpf', '11222333000181', 'BRL'],
  // Nothing is known about these.
  ['bankCode', 'anything', 'KRW'],
  ['accountNumber', '19-2000145399/0800', 'CZK'],
  ['rut', '12.345.678-9', 'CLP'],
  ['toString', 'x', 'EUR'],
])('%s %s is well', (key, value, currency) => {
  expect(check(key, value, currency)).toBeUndefined();
});

test.each([
  ['sortCode', '0400755', 'digits_count', 'The sort code has 7 digits, needs 6'],
  ['sortCode', '04A075', 'digits_only', 'The sort code has digits only'],
  [
    'abartn',
    '064000021',
    'checksum_wrong',
    'The check digits of the routing number do not agree: a digit is wrong or two are swapped',
  ],
  ['abartn', '000000000', 'checksum_wrong', null],
  ['transitNumber', '4841', 'digits_count', 'The transit number has 4 digits, needs 5'],
  ['institutionNumber', '6', 'digits_count', 'The institution number has 1 digit, needs 3'],
  ['bsbCode', '0236', 'digits_count', null],
  ['clabe', '032180000118359718', 'checksum_wrong', null],
  ['BIC', 'DEUTDEF', 'bic_form', '7 characters, a BIC has 8 or 11'],
  ['BIC', 'DEU1DEFF', 'bic_form', 'A BIC has four letters for the bank and two for its country first'],
  ['ifscCode', 'YESB1236041', 'ifsc_form', null],
  ['cpf', '52998224724', 'checksum_wrong', null],
  ['cpf', '5299822472A', 'digits_only', null],
  ['cpf', '11222333000182', 'checksum_wrong', null],
  ['cpf', '123', 'digits_count', 'The CPF or CNPJ has 3 digits, needs 11 or 14'],
])('%s %s: %s', (key, value, code, message) => {
  expect(check(key, value)).toMatchObject({ code, ...(message === null ? {} : { message }) });
});

describe('account numbers', () => {
  it('of a sort code have 8 digits, and a zero that was dropped is offered', () => {
    expect(check('accountNumber', '37778842', 'GBP', true)).toBeUndefined();
    expect(check('accountNumber', '4392018', 'GBP', true)).toMatchObject({
      message: 'The account number has 7 digits, needs 8',
      suggestions: ['04392018'],
    });
    expect(check('accountNumber', '439201', 'GBP', true)).toEqual(
      expect.not.objectContaining({ suggestions: expect.anything() }),
    );
  });

  it('in Canada have 7 to 12', () => {
    expect(check('accountNumber', '123456', 'CAD')?.message).toBe(
      'The account number has 6 digits, needs 7 to 12',
    );
  });

  it('in Norway have a check digit', () => {
    expect(check('accountNumber', '86011117948', 'NOK')?.code).toBe('checksum_wrong');
  });

  it('that are IBANs are told so', () => {
    expect(check('accountNumber', 'GB29NWBK60161331926819', 'GBP', true)?.code).toBe(
      'iban_in_account_number',
    );
  });
});

it('offers a zero at the front only where the check digits then agree', () => {
  expect(check('abartn', '64000020')).toMatchObject({ code: 'digits_count', suggestions: ['064000020'] });
  expect(check('abartn', '64000021')).toEqual(
    expect.not.objectContaining({ suggestions: expect.anything() }),
  );
  expect(check('sortCode', '40075')).toMatchObject({ suggestions: ['040075'] });
  expect(check('cpf', '1234567891')).toEqual(expect.not.objectContaining({ suggestions: expect.anything() }));
  expect(check('cpf', '1222333000181')?.suggestions).toBeUndefined();
});

it('offers a zero for an O in an IFSC code', () => {
  expect(check('ifscCode', 'YESBO236041')).toMatchObject({ code: 'ifsc_form', suggestions: ['YESB0236041'] });
});

describe('check digits', () => {
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  test.each([
    ['ABA', 8, 1, agreesAba],
    ['CLABE', 17, 1, agreesClabe],
    ['CPF', 9, 2, agreesCpf],
    ['CNPJ', 12, 2, agreesCnpj],
  ] as const)('%s: of all endings at most one agrees', (_, length, check, agrees) => {
    fc.assert(
      fc.property(digits(length), (start) => {
        const endings = Array.from({ length: 10 ** check }, (_, end) => String(end).padStart(check, '0'));
        expect(endings.filter((end) => agrees(start + end)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  it('of a CNPJ with letters agree, as the tax office prints it', () => {
    expect(agreesCnpj('12ABC34501DE35')).toBe(true);
    expect(agreesCnpj('12ABC34501DE36')).toBe(false);
  });

  it('of one digit over and over are no proof', () => {
    expect(agreesCpf('11111111111')).toBe(false);
    expect(agreesCnpj('00000000000000')).toBe(false);
  });
});

test('a BIC of another country than the IBAN is doubted, but for territories that share banks', () => {
  const compare = (bic: string, iban: string) => checkBicAgainstIban('details.BIC', bic, iban)?.message;
  expect(compare('DEUTDEFF', 'DE89370400440532013000')).toBeUndefined();
  expect(compare('BNPAFRPP', 'MC5811222000010123456789030')).toBeUndefined();
  expect(compare('BARCJESH', 'GB29NWBK60161331926819')).toBeUndefined();
  expect(compare('DEUTDEFF', 'FR1420041010050500013M02606')).toBe('The BIC is of DE, the IBAN of FR');
});
