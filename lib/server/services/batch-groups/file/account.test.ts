import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { accountText, compactDetail, nestDetails } from './account.ts';

const british = { sortCode: '040075', accountNumber: '37778842' };

describe('one account, written in many ways', () => {
  test.each([
    ['spaces and dashes', 'GBP', { sortCode: '04-00-75', accountNumber: '3777 8842' }, british],
    [
      'what says nothing about it',
      'GBP',
      { ...british, legalType: 'PRIVATE', reference: null, email: 'a@b.cc' },
      british,
    ],
    ['an address', 'GBP', { ...british, address: { country: 'GB' }, 'address.city': 'Leeds' }, british],
    [
      'numbers as numbers',
      'JPY',
      { bankCode: 1, accountNumber: 1184027n },
      { bankCode: '1', accountNumber: '1184027' },
    ],
    ['small letters', 'EUR', { IBAN: 'de89 3704 0044 0532 0130 00' }, { IBAN: 'DE89370400440532013000' }],
    [
      'an IBAN with a BIC',
      'EUR',
      { IBAN: 'DE89370400440532013000', BIC: 'COBADEFF' },
      { IBAN: 'DE89370400440532013000' },
    ],
    [
      'an IBAN as a number',
      'EUR',
      { swiftCode: 'X', accountNumber: 'DE89370400440532013000' },
      { IBAN: 'DE89370400440532013000' },
    ],
    [
      'a BIC of eight',
      'HKD',
      { swiftCode: 'HSBCHKHHXXX', accountNumber: '1' },
      { BIC: 'HSBCHKHH', accountNumber: '1' },
    ],
    ['another order', 'GBP', { accountNumber: '37778842', sortCode: '040075' }, british],
  ])('%s: the same', (_, currency, one, other) => {
    expect(accountText(currency, null, one)).not.toBeNull();
    expect(accountText(currency, 'SortCode', one)).toBe(accountText(currency, 'sort_code', other));
  });
});

it('is the same in an older answer of Wise, which spells keys small', () => {
  expect(accountText('EUR', 'iban', { iban: 'DE89370400440532013000', bic: null })).toBe(
    accountText('EUR', 'iban', { IBAN: 'DE89370400440532013000' }),
  );
});

describe('two accounts', () => {
  test.each([
    ['another number', { ...british, accountNumber: '37778843' }],
    ['another sort code', { ...british, sortCode: '040076' }],
    ['a detail nobody here knows', { ...british, rollNumber: '1' }],
    ['a zero less', { ...british, accountNumber: '7778842' }],
  ])('%s: not the same', (_, other) => {
    expect(accountText('GBP', null, other)).not.toBe(accountText('GBP', null, british));
  });

  it('are those of two currencies', () => {
    expect(accountText('EUR', null, british)).not.toBe(accountText('GBP', null, british));
  });

  it('differ by a dash where it stands in numbers', () => {
    expect(accountText('CZK', null, { accountNumber: '19-123/0800' })).not.toBe(
      accountText('CZK', null, { accountNumber: '19123/0800' }),
    );
  });

  it('are not mixed up where a value of one looks like a key of the other', () => {
    expect(accountText('USD', null, { a: '1,b', c: '2' })).not.toBe(
      accountText('USD', null, { a: '1', 'b,c': '2' }),
    );
  });
});

it('is the address where money goes by e-mail, and nowhere else', () => {
  expect(accountText('EUR', 'email', { email: 'Ann@Example.com' })).toBe(
    accountText('EUR', 'Email', { email: 'ann@example.com', legalType: 'PRIVATE' }),
  );
  expect(accountText('EUR', 'iban', { email: 'ann@example.com' })).toBeNull();
});

it('is a phone or a tax number only where no bank is named', () => {
  expect(accountText('BRL', null, { cpf: '529.982.247-25' })).toBe(
    accountText('BRL', null, { cpf: '52998224725' }),
  );
  expect(accountText('BRL', null, { cpf: '52998224725', accountNumber: '1' })).toBe(
    accountText('BRL', null, { accountNumber: '1' }),
  );
});

test.each([
  [{}],
  [{ sortCode: '040075' }],
  [{ IBAN: '' }],
  [{ BIC: 'COBADEFF', bankName: 'Commerzbank' }],
  [{ reference: null }],
])('%j identifies nothing', (details) => {
  expect(accountText('EUR', null, details)).toBeNull();
});

test('spaces, dashes and capitals never make another account of a British one', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 });
  const gaps = fc.array(fc.constantFrom('', ' ', '-', '.', '\u00a0'), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(digits, gaps, (accountNumber, between) => {
      const spread = Array.from(accountNumber, (digit, at) => digit + (between[at] ?? '')).join('');
      const of = (number: string) => accountText('GBP', null, { sortCode: '040075', accountNumber: number });
      expect(of(spread)).toBe(of(accountNumber));
    }),
  );
});

test('details are sent without what people put between digits', () => {
  expect(compactDetail('sortCode', '04-00-75', 'GBP')).toBe('040075');
  expect(compactDetail('accountNumber', '19-123 / 0800', 'CZK')).toBe('19-123/0800');
  expect(compactDetail('accountNumber', '3777-8842', 'GBP')).toBe('37778842');
  expect(compactDetail('address.city', 'New York', 'USD')).toBe('New York');
});

test('dotted keys become what Wise takes', () => {
  expect(nestDetails({ IBAN: 'X', 'address.city': 'Leeds', 'address.country': 'GB' })).toEqual({
    IBAN: 'X',
    address: { city: 'Leeds', country: 'GB' },
  });
});
