import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { int64 } from '../../contracts/wise/int64.ts';
import { parseWiseJson, stringifyWiseJson, toWiseInt64 } from './json.ts';

describe('parseWiseJson', () => {
  test.each([
    ['{"version":9007199254740993}', { version: 9007199254740993n }],
    ['{"version":-9223372036854775808}', { version: -9223372036854775808n }],
    ['[9007199254740991,-9007199254740991]', [9007199254740991, -9007199254740991]],
    ['{"id":30000001,"token":"1234567890123456"}', { id: 30000001, token: '1234567890123456' }],
    ['{"amount":12504.54,"big":12345678901234567}', { amount: 12504.54, big: 12345678901234567n }],
    [
      '{"amount":12345678901234567.89,"rate":1.36363636364}',
      { amount: '12345678901234567.89', rate: 1.36363636364 },
    ],
    ['{"amount":90071992547409.935}', { amount: '90071992547409.935' }],
    ['[1e3,12345678901234567e1]', [1000, '12345678901234567e1']],
    ['[12345678901234567,-7.9003703224825e+117]', [12345678901234567n, -7.9003703224825e117]],
    ['null', null],
    ['{"b":true,"n":null,"s":"\\u00e9","a":[{}]}', { b: true, n: null, s: 'é', a: [{}] }],
  ])('reads %s', (text, value) => {
    expect(parseWiseJson(text)).toEqual(value);
  });

  test.each(['', '{', '<html>', '{"a":12345678901234567', '{"a":1}x', "{'a':1}"])('refuses %j', (text) => {
    expect(() => parseWiseJson(text)).toThrow();
  });

  test('a wide number never makes a key change the prototype', () => {
    const value = parseWiseJson('{"__proto__":{"admin":true},"id":12345678901234567}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('both parsers agree on any JSON value without wide numbers', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\d[\d.]{15}/.test(text));
        const wide = parseWiseJson(`[12345678901234567,${text}]`);
        expect(wide).toEqual([12345678901234567n, JSON.parse(text)]);
      }),
    );
  });
});

test('any int64 comes back with the same digits, unquoted', () => {
  fc.assert(
    fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (value) => {
      const read = int64.parse(parseWiseJson(String(value)));
      expect(read).toBe(String(value));
      expect(stringifyWiseJson({ version: toWiseInt64(read) })).toBe(`{"version":${value}}`);
    }),
  );
});

test('writes what JSON.stringify writes, and leaves out undefined', () => {
  const body = { status: 'FROZEN', list: [{ type: 'ECOM', isEnabled: false }], none: undefined, nil: null };
  expect(stringifyWiseJson(body)).toBe(JSON.stringify(body));
});

test.each(['', '1.5', '0x1', ' 1', '1'.repeat(20)])('toWiseInt64 refuses %j', (digits) => {
  expect(() => toWiseInt64(digits)).toThrow('int64');
});
