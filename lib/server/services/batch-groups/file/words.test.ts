import { describe, expect, it, test } from 'vitest';
import { checkCell, cleanText } from './cell-text.ts';
import { bySeverity, faultOf, isDoubt, isFaultCode } from './faults.ts';
import { nearestOf } from './nearest.ts';
import { indexRecipients, type KnownRecipient } from './recipients.ts';
import { isEmail, readFixedSide, readReceiver, suggestCurrency } from './row-words.ts';

test.each([
  ['source', 'source'],
  [' Target', 'target'],
  ['SOURCE_CURRENCY', 'source'],
  ['recipient', 'target'],
  ['gbp', 'source'],
  ['EUR', 'target'],
  ['USD', undefined],
  ['constructor', undefined],
])('%s fixes the side %s', (text, side) => {
  expect(readFixedSide(text, 'GBP', 'EUR')).toBe(side);
});

test('a currency that is on both sides fixes what arrives; one alone says nothing while the other is not known', () => {
  expect(readFixedSide('GBP', 'GBP', 'GBP')).toBe('target');
  expect(readFixedSide('GBP', 'GBP', null)).toBeUndefined();
});

test.each([
  ['PERSON', 'person'],
  ['Private', 'person'],
  ['INSTITUTION', 'institution'],
  ['business', 'institution'],
  ['dog', undefined],
  ['toString', undefined],
])('%s is a %s', (text, receiver) => {
  expect(readReceiver(text)).toBe(receiver);
});

test.each([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['$', undefined],
  ['valueOf', undefined],
])('%s means %s', (text, currency) => {
  expect(suggestCurrency(text)).toBe(currency);
});

test.each(['a@example.com', 'first.last+tag@sub.example.co.uk', 'ö@exämple.de'])(
  '%s is an e-mail address',
  (text) => {
    expect(isEmail(text)).toBe(true);
  },
);
test.each([
  'a',
  'a@',
  'a@b',
  'a b@example.com',
  'a@example.c',
  'a@@example.com',
  'a@example..com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(300)}.com`,
])('%s is none', (text) => {
  expect(isEmail(text)).toBe(false);
});

describe('cells', () => {
  test.each([
    ['  a  b ', 'a b'],
    ['a\r\nb\tc', 'a b c'],
    ['a\u200b\u202eb\u0007', 'ab'],
    ['e\u0301', 'é'],
    ['a\u00a0b', 'a b'],
  ])('%j is sent as %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test.each([
    ['=1+1', 'formula'],
    [' @x', 'formula'],
    ['＝1', 'formula'],
    ['4.39E+07', 'number_cut'],
    ['4,39e+7', 'number_cut'],
    ['a\u200bb', 'control_characters'],
    ['a\nb', 'control_characters'],
  ])('%j is refused as %s', (text, code) => {
    expect(checkCell('name', text, { isNumber: true })?.code).toBe(code);
  });

  test.each(['a b', ' a\n', '-1', '+44 20', 'E+7', "'x"])('%j is well', (text) => {
    expect(checkCell('name', text, { isNumber: true })).toBeUndefined();
  });

  it('that are no numbers may look like one that was cut', () => {
    expect(checkCell('name', '4E+07', { isNumber: false })).toBeUndefined();
  });
});

describe('the nearest of several texts', () => {
  test.each([
    ['checkng', 'Checking'],
    ['SAVINGS ', 'Savings'],
    ['Zürich', 'Zurich'],
    ['x', undefined],
    ['completely else', undefined],
    ['', undefined],
    ['s'.repeat(100), undefined],
  ])('%j: %s', (text, nearest) => {
    expect(nearestOf(text, ['Checking', 'Savings', 'Zurich'])).toBe(nearest);
  });
});

describe('faults', () => {
  it('are sorted by what they can do', () => {
    const faults = [
      faultOf('amount', 'duplicate_in_file', { row: 2 }),
      faultOf('name', 'name_missing', {}),
      faultOf('details.IBAN', 'iban_checksum', {}),
    ];
    expect([...faults].sort(bySeverity).map(({ code }) => code)).toEqual([
      'iban_checksum',
      'name_missing',
      'duplicate_in_file',
    ]);
  });

  it('that are doubts are a few, and none of them is about a number that cannot be right', () => {
    expect(isDoubt('duplicate_in_file')).toBe(true);
    expect(isDoubt('iban_checksum')).toBe(false);
    expect(isFaultCode('iban_checksum')).toBe(true);
    expect(isFaultCode('toString')).toBe(false);
  });

  test.each([
    [1, 'The sort code has 1 digit, needs 6'],
    [5, 'The sort code has 5 digits, needs 6'],
  ])('count %d right', (has, message) => {
    expect(faultOf('details.sortCode', 'digits_count', { what: 'sort code', has, wants: '6' }).message).toBe(
      message,
    );
  });

  it('name several things as a sentence does', () => {
    const mend = (needs: string[]) => faultOf('x', 'account_missing', { needs }).mend;
    expect(mend(['IBAN'])).toBe('Give IBAN.');
    expect(mend(['bank', 'branch', 'account'])).toBe('Give bank, branch and account.');
    expect(mend([])).toBe('Give the account, or the id of a recipient.');
  });
});

describe('recipients', () => {
  const known = (id: string, more: Partial<KnownRecipient> = {}): KnownRecipient => ({
    id,
    name: 'Ann Lee',
    currency: 'GBP',
    type: 'SortCode',
    isActive: true,
    accountDigest: 'digest',
    hasAddress: null,
    ...more,
  });

  it('of one account are the newest of them', () => {
    const { byAccount, byName } = indexRecipients([known('99'), known('100'), known('98')]);
    expect(byAccount.get('digest')?.id).toBe('100');
    expect(byName.get('ann lee')?.map(({ id }) => id)).toEqual(['99', '100', '98']);
  });

  it('that were deactivated are found by id alone', () => {
    const { byId, byAccount, byName } = indexRecipients([known('1', { isActive: false })]);
    expect(byId.get('1')?.isActive).toBe(false);
    expect([byAccount.size, byName.size]).toEqual([0, 0]);
  });

  it('of whose account too little is known are found by id and name', () => {
    const { byAccount, byName } = indexRecipients([known('1', { accountDigest: null })]);
    expect([byAccount.size, byName.size]).toEqual([0, 1]);
  });
});
