import { describe, expect, it, test } from 'vitest';
import { agreesAba, digitsTyped, faultOfDebitedAccount, faultOfRoutingNumber } from './routing-numbers';

describe('routing numbers', () => {
  it.each(['064000020', '021000021', '122105155'])('%s agrees with its check digit', (digits) => {
    expect(agreesAba(digits)).toBe(true);
    expect(faultOfRoutingNumber('USD', digits)).toBeUndefined();
  });

  it('one wrong digit, two swapped ones and nine zeros do not', () => {
    expect(['064000021', '604000020', '000000000'].map(agreesAba)).toEqual([false, false, false]);
    expect(faultOfRoutingNumber('USD', '064000021')).toContain('check digit');
  });

  it.each([
    ['USD', '64000020', '9 digits'],
    ['USD', '06400002A', '9 digits'],
    ['CAD', '1234567', '8 or 9 digits'],
    ['CAD', '0123456789', '8 or 9 digits'],
  ])('%s %s is told how many digits there are', (currency, typed, words) => {
    expect(faultOfRoutingNumber(currency, typed)).toContain(words);
  });

  it('a Canadian one has no check digit', () => {
    expect(faultOfRoutingNumber('CAD', '00116001')).toBeUndefined();
    expect(faultOfRoutingNumber('CAD', '000116001')).toBeUndefined();
  });
});

test('an account number has 4 to 17 digits', () => {
  expect(['1234', '12345678901234567'].map(faultOfDebitedAccount)).toEqual([undefined, undefined]);
  for (const wrong of ['123', '123456789012345678', '12 345', 'abcd', ''])
    expect(faultOfDebitedAccount(wrong)).toContain('4 to 17 digits');
});

test('numbers are taken as people read them out', () => {
  expect(digitsTyped(' 0640 000-20 ')).toBe('064000020');
});
