import { describe, expect, it, test } from 'vitest';
import { requirementsReply } from '../../../../contracts/wise/recipients.ts';
import { checkKind, kindByDetails, kindByType, labelsOf, prepareKinds } from './requirements.ts';

const text = (key: string, more: Record<string, unknown> = {}) => ({
  name: null,
  group: [{ key, name: `The ${key}`, type: 'text', required: true, ...more }],
});
const kindsOf = (reply: unknown) => prepareKinds(requirementsReply.parse(reply));
const give = (values: Record<string, string>) => (key: string) => ({
  field: `details.${key}`,
  value: values[key] ?? '',
});
const check = (field: Record<string, unknown>, value: string) => {
  const [kind] = kindsOf([{ type: 'x', fields: [text('a', field)] }]);
  if (!kind) throw new Error('no kind');
  const { faults, details } = checkKind(kind, give({ a: value }));
  return faults[0] ?? details['a'];
};

describe('one field', () => {
  test.each([
    ['missing', {}, '', 'detail_missing'],
    ['too short', { minLength: 3 }, 'ab', 'detail_too_short'],
    ['too long', { maxLength: 3 }, 'abcd', 'detail_too_long'],
    ['of another form', { validationRegexp: '^\\d+$' }, 'ab', 'detail_form'],
    ['none of the choices', { valuesAllowed: [{ key: 'A', name: 'First' }] }, 'B', 'value_not_allowed'],
  ])('that is %s', (_, field, value, code) => {
    expect(check(field, value)).toMatchObject({ field: 'details.a', code });
  });

  test.each([
    ['may be missing', { required: false }, '', undefined],
    ['is neither required nor not', { required: null }, '', undefined],
    ['fits', { minLength: 2, maxLength: 2, validationRegexp: '^\\w+$' }, 'ab', 'ab'],
    ['is of a type nobody knows', { type: 'hologram' }, 'ab', 'ab'],
    ['has a pattern that does not compile', { validationRegexp: '(' }, 'ab', 'ab'],
    [
      'has a pattern that could hang',
      { validationRegexp: '^(a+)+$' },
      `${'a'.repeat(40)}b`,
      `${'a'.repeat(40)}b`,
    ],
    ['is a choice by name', { valuesAllowed: [{ key: 'A', name: 'First' }] }, 'first', 'A'],
    ['is a choice by value', { valuesAllowed: [{ key: 'A', name: 'First' }] }, 'a', 'A'],
    ['has an empty list of choices', { valuesAllowed: [] }, 'ab', 'ab'],
    [
      'has a list that shows nothing but its empty line',
      { valuesAllowed: [{ key: '', name: 'Choose' }] },
      'ab',
      'ab',
    ],
  ])('that %s is well', (_, field, value, expected) => {
    expect(check(field, value)).toBe(expected);
  });

  it('says what Wise calls it, and gives Wise’s example', () => {
    expect(check({ validationRegexp: '^\\d+$', example: '123' }, 'ab')).toMatchObject({
      message: 'The a does not have the form Wise wants',
      mend: 'It looks like 123.',
    });
  });

  it('prefers a choice’s own value to another one’s name', () => {
    const valuesAllowed = [
      { key: 'A', name: 'B' },
      { key: 'B', name: 'C' },
    ];
    expect(check({ valuesAllowed }, 'b')).toBe('B');
  });

  it('offers the nearest of many choices, all of a few', () => {
    const banks = ['Mizuho', 'Resona', 'Sumitomo', 'Rakuten', 'Shinsei', 'Aozora'].map((name, at) => ({
      key: `00${at}`,
      name,
    }));
    expect(check({ valuesAllowed: banks }, 'Sumitomoo')).toMatchObject({ suggestions: ['002'] });
    expect(check({ valuesAllowed: banks }, 'Barclays')).toEqual(
      expect.not.objectContaining({ suggestions: expect.anything() }),
    );
    expect(check({ valuesAllowed: banks.slice(0, 2) }, 'Barclays')).toMatchObject({
      suggestions: ['000', '001'],
    });
  });
});

describe('kinds of account', () => {
  const kinds = kindsOf([
    { type: 'email', fields: [text('email')] },
    { type: 'iban', fields: [text('IBAN'), text('accountHolderName'), text('legalType'), text('email')] },
    { type: 'swift_code', fields: [text('swiftCode'), text('accountNumber'), text('address.country')] },
  ]);
  const chosen = (values: Record<string, string>) => kindByDetails(kinds, give(values))?.type;

  it('are chosen by what the row gives whole', () => {
    expect(chosen({ IBAN: 'x', swiftCode: 'y' })).toBe('iban');
    expect(chosen({ swiftCode: 'y', accountNumber: 'z', email: 'e' })).toBe('swift_code');
    expect(chosen({ email: 'e' })).toBe('email');
    expect(chosen({ IBAN: 'x', email: 'e' })).toBe('iban');
    expect(chosen({ accountNumber: 'z' })).toBe('swift_code');
    expect(chosen({ 'address.country': 'DE', accountHolderName: 'x' })).toBeUndefined();
  });

  it('are known by either way to write them', () => {
    expect(kindByType(kinds, 'SwiftCode')?.type).toBe('swift_code');
    expect(kindByType(kinds, 'aba')).toBeUndefined();
  });

  it('tell what the account itself needs', () => {
    expect(kinds.map(labelsOf)).toEqual([
      ['The email'],
      ['The IBAN'],
      ['The swiftCode', 'The accountNumber'],
    ]);
  });

  it('with Wise’s own pattern for names let it decide', () => {
    const [kind] = kindsOf([
      { type: 'x', fields: [text('accountHolderName', { validationRegexp: '^.+$' })] },
    ]);
    expect(kind && checkKind(kind, give({ accountHolderName: 'Łuk' })).isNameTested).toBe(true);
  });
});
