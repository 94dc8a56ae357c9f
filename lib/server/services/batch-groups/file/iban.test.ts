import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkIban, ibanRemainder, isNorwegianAccount, looksLikeIban } from './iban.ts';
import { ibanCountries, isUsualCountry } from './iban-countries.ts';

const check = (iban: string, currency: string | null = null) => checkIban('details.IBAN', iban, currency);

/** Samples that the registry and banks print. */
const samples = [
  'AD1200012030200359100100',
  'AE070331234567890123456',
  'AT611904300234573201',
  'BE68539007547034',
  'BR1800360305000010009795493C1',
  'CH9300762011623852957',
  'CZ6508000000192000145399',
  'DE89370400440532013000',
  'DK5000400440116243',
  'EE382200221020145685',
  'ES9121000418450200051332',
  'FI2112345600000785',
  'FO6264600001631634',
  'FR1420041010050500013M02606',
  'GB29NWBK60161331926819',
  'GL8964710001000206',
  'GR1601101250000000012300695',
  'HR1210010051863000160',
  'HU42117730161111101800000000',
  'IE29AIBK93115212345678',
  'IL620108000000099999999',
  'IS140159260076545510730339',
  'IT60X0542811101000000123456',
  'KZ86125KZT5004100100',
  'LT121000011101001000',
  'LU280019400644750000',
  'LV80BANK0000435195001',
  'MT84MALT011000012345MTLCAST001S',
  'NL91ABNA0417164300',
  'NO9386011117947',
  'PL61109010140000071219812874',
  'PT50000201231234567890154',
  'RO49AAAA1B31007593840000',
  'RS35260005601001611379',
  'SA0380000000608010167519',
  'SE4550000000058398257466',
  'SI56263300012039086',
  'SK3112000000198742637541',
  'SM86U0322509800000000270100',
  'TR330006100519786457841326',
  'UA213223130000026007233566001',
  'XK051212012345678906',
];

test.each(samples)('%s is well', (iban) => {
  expect(check(iban)).toBeUndefined();
  expect(looksLikeIban(iban)).toBe(true);
});

test.each(samples)('%s with any one digit changed, or two swapped, is not', (iban) => {
  for (let at = 2; at < iban.length; at++) {
    const digit = iban[at] ?? '';
    if (!/\d/.test(digit)) continue;
    const other = String((Number(digit) + 1) % 10);
    expect(check(iban.slice(0, at) + other + iban.slice(at + 1))).toBeDefined();
    const next = iban[at + 1] ?? digit;
    if (next === digit || !/\d/.test(next)) continue;
    expect(check(iban.slice(0, at) + next + digit + iban.slice(at + 2))).toBeDefined();
  }
});

describe('what is wrong is said', () => {
  test.each([
    ['DE8937040044053201300', 'iban_length', '21 characters, a German IBAN has 22'],
    ['AT6119043002345732011', 'iban_length', '21 characters, an Austrian IBAN has 20'],
    ['UA21322313000002600723356600', 'iban_length', '28 characters, a Ukrainian IBAN has 29'],
    [
      'DE88370400440532013000',
      'iban_checksum',
      'The check digits do not agree: a digit is wrong or two are swapped',
    ],
    ['ZZ89370400440532013000', 'iban_country', 'No country with IBANs is called ZZ'],
    [
      '8937040044',
      'iban_characters',
      'An IBAN begins with two letters and two digits; letters and digits follow',
    ],
    ['DE8937040044053201300A', 'iban_characters', 'A German IBAN has digits only after its country'],
  ])('%s: %s', (iban, code, message) => {
    expect(check(iban)).toMatchObject({ field: 'details.IBAN', code, message });
  });

  it('reads O as 0 and I as 1 where the check digits then agree', () => {
    expect(check('DE893704OO44O532O13OOO')).toMatchObject({ suggestions: ['DE89370400440532013000'] });
    expect(check('GBZ9NWBK60161331926819')).toEqual(
      expect.not.objectContaining({ suggestions: expect.anything() }),
    );
    expect(check('IEI9AIBK93115212345678')?.code).toBe('iban_characters');
  });

  it('finds a Norwegian account whose own check digit is wrong behind check digits that agree', () => {
    const account = '86011117948';
    const digits = String(98 - ibanRemainder(`NO00${account}`)).padStart(2, '0');
    expect(check(`NO${digits}${account}`)).toMatchObject({ code: 'checksum_wrong' });
  });

  it('doubts a country that does not have the currency', () => {
    expect(check('DE89370400440532013000', 'SEK')).toMatchObject({
      code: 'iban_country_unusual',
      message: 'A German account for SEK is unusual',
    });
    expect(check('AE070331234567890123456', 'EUR')?.code).toBe('iban_country_unusual');
    expect(check('DE89370400440532013000', 'EUR')).toBeUndefined();
    expect(check('DE89370400440532013000', 'XYZ')).toBeUndefined();
  });
});

test('countries have lengths of IBANs and names, and euro accounts are of countries that have IBANs', () => {
  const all = ibanCountries();
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  for (const { code, length, adjective } of all) {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(length).toBeGreaterThanOrEqual(15);
    expect(length).toBeLessThanOrEqual(34);
    expect(adjective).toMatch(/^[A-ZÀ-Ö]/);
  }
  expect(isUsualCountry('GB', 'GBP')).toBe(true);
});

test('Norwegian accounts', () => {
  expect(isNorwegianAccount('86011117947')).toBe(true);
  expect(isNorwegianAccount('86011117940')).toBe(false);
  expect(isNorwegianAccount('8601111794')).toBe(false);
  expect(isNorwegianAccount('8601111794A')).toBe(false);
});

test('no text makes it fail, and none is well that has the wrong remainder', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ADEGB0123456789') }), (text) => {
      if (check(text) === undefined) expect(looksLikeIban(text)).toBe(true);
    }),
  );
});
