import { describe, expect, it, test } from 'vitest';
import { compilePattern } from './safe-pattern.ts';

const wiseNames = `^[0-9A-Za-zÀ-ÖØ-öø-ÿ-_()'*,.%#^@{}~<>+$"\\[\\]\\\\ ]+$`;

describe('patterns that are run', () => {
  test.each([
    ['^[^\\s]+@[^\\s]+\\.[^\\s]{2,}$', 'a@example.com', 'a@example'],
    ['^\\d{4}\\-\\d{2}\\-\\d{2}$', '1990-01-31', '1990-1-31'],
    [wiseNames, 'Ann [Lee] \\ "x"', 'Ąnn'],
    ['^\\p{L}+$', 'Ångström', 'p{L}'],
    ['^(?:CHECKING|SAVINGS)$', 'SAVINGS', 'OTHER'],
    ['^([A-Z]{2}\\d{2})([A-Z0-9]{4}){3,7}[A-Z0-9]{1,4}$', 'DE89370400440532013000', 'DE8'],
    ['^[0-9]{6,17}$', '123456', '12345'],
    ['^(\\d{4} ?){2,4}$', '1234 5678', '1234'],
    ['^(?=.*\\d)[a-z\\d]{3,10}$', 'abc1', 'abcd'],
    ['^.{2,140}$', 'ab', 'a'],
  ])('%s', (source, fits, doesNot) => {
    const test = compilePattern(source);
    expect(test?.(fits)).toBe(true);
    expect(test?.(doesNot)).toBe(false);
  });
});

describe('patterns that are not run', () => {
  test.each([
    ['a repeat of a repeat', '^(a+)+$'],
    ['words with optional spaces', '^([A-Za-z]+ ?)+$'],
    ['alternatives that overlap', '^(a|a)*$'],
    ['nested deeper', '^((a+)b?)*$'],
    ['many that may be missing', '^(a?){50}a{50}$'],
    ['a non-capturing group', '^(?:\\d+)*x$'],
    ['a named group', '^(?<n>\\d+)*x$'],
    ['a look ahead that repeats', '^(?=(a+)+b).*$'],
    ['too many open repeats', '^.*a.*b.*c.*d$'],
    ['the same in a repeated group', '^(.*a){5}$'],
    ['a back reference', '^(.+)\\1$'],
    ['a named back reference', '^(?<n>.+)\\k<n>$'],
    ['one that does not compile', '^(abc$'],
    ['one that is too long', `^${'a'.repeat(2000)}$`],
    ['Java’s classes', '^\\p{IsLatin}+$'],
    ['Java’s end of text', '^abc\\Z'],
    ['Java’s intersection', '^[a-z&&[^x]]+$'],
    ['Java’s nested class', '^[a-z[A-Z]]+$'],
    ['Java’s own repeat', '^a++$'],
    ['Java’s flags', '(?i)^abc$'],
  ])('%s', (_, source) => {
    expect(compilePattern(source)).toBeUndefined();
  });
});

it('does not try texts that are too long to be tried in time', () => {
  expect(compilePattern('^.+$')?.('x'.repeat(201))).toBeUndefined();
});

test.each(['^[^\\s]+@[^\\s]+\\.[^\\s]{2,}$', '^\\s*.*\\s*$', '^(?:\\d{1,30}-)?\\d{1,30}-\\d{1,30}$'])(
  'the worst text for %s is tried in time',
  (source) => {
    const test = compilePattern(source);
    const started = performance.now();
    for (const text of ['@.'.repeat(100), ' '.repeat(200), '1'.repeat(200)]) test?.(text);
    expect(performance.now() - started).toBeLessThan(1000);
  },
);
