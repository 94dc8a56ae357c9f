import { describe, expect, it, test } from 'vitest';
import { checkName, nameKey } from './names.ts';

test.each([
  ['Ann Lee', 'person'],
  ["Siobhán O'Brien-Ng", 'person'],
  ['Müller, Jürgen (jr.)', 'person'],
  ['J. R. Okafor Ade', 'person'],
  ['Wise', 'institution'],
  ['3M', 'institution'],
  ['Studio 54 Ltd.', 'institution'],
  ['Prince', undefined],
  ['Unit 7', undefined],
] as const)('%s as %s is well', (name, receiver) => {
  expect(checkName(name, receiver)).toBeUndefined();
});

test.each([
  ['', undefined, 'name_missing'],
  ['Prince', 'person', 'name_two_words'],
  ['Prince R', 'person', 'name_two_words'],
  ['Ann L.', 'person', 'name_two_words'],
  ['Ann Lee 2', 'person', 'name_digits'],
  ['A', 'institution', 'name_one_letter'],
  ['A.', 'institution', 'name_one_letter'],
  ['-', undefined, 'name_one_letter'],
  ['Łukasz Nowak', 'person', 'name_characters'],
] as const)('%j as %s is refused: %s', (name, receiver, code) => {
  expect(checkName(name, receiver)).toMatchObject({ field: 'name', code });
});

describe('characters that Wise does not take', () => {
  it('are named, each once', () => {
    expect(checkName('A & B & C @ D', undefined)?.message).toBe('Wise does not take “&” and “@” in a name');
  });
  test.each([
    ['Łukasz Żółć', 'Lukasz Zólc'],
    ['Ștefan Ionescu', 'Stefan Ionescu'],
    ['O’Hara & Sons', "O'Hara and Sons"],
    ['Lœwe Ðon', 'Loewe Ðon'],
  ])('%s is offered as %s', (name, suggestion) => {
    expect(checkName(name, undefined)).toMatchObject({ suggestions: [suggestion] });
  });
  it('of other scripts are offered as nothing', () => {
    expect(checkName('株式会社', undefined)).toEqual(
      expect.not.objectContaining({ suggestions: expect.anything() }),
    );
  });
});

test('a name is found again however it is written', () => {
  expect(nameKey('  MÜLLER,  Jürgen ')).toBe(nameKey('Muller Jurgen'));
  expect(nameKey('Ann Lee')).not.toBe(nameKey('Ann Leigh'));
});
