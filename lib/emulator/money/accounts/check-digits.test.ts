import { describe, expect, it } from 'vitest';
import {
  isClabe,
  isCnpj,
  isCpf,
  isIban,
  isNorwegianAccount,
  isRoutingNumber,
  makeIban,
} from './check-digits.ts';

const kinds = [
  [
    'IBAN',
    isIban,
    ['DE89370400440532013000', 'GB29NWBK60161331926819', 'NO9386011117947', 'PL61109010140000071219812874'],
  ],
  ['routing number', isRoutingNumber, ['021000021', '111000025', '064000020']],
  ['Norwegian account', isNorwegianAccount, ['86011117947']],
  ['CLABE', isClabe, ['032180000118359719', '002010077777777771']],
  ['CPF', isCpf, ['52998224725', '11144477735']],
  ['CNPJ', isCnpj, ['11222333000181', '11444777000161']],
] as const;

describe.each(kinds)('%s', (_name, fits, good) => {
  it.each(good)('takes %s', (text) => {
    expect(fits(text)).toBe(true);
  });

  it.each(good)('notices any one digit that is wrong in %s', (text) => {
    for (const [index, char] of [...text].entries())
      if (/\d/.test(char)) {
        const other = String((Number(char) + 1) % 10);
        const slip = text.slice(0, index) + other + text.slice(index + 1);
        expect([slip, fits(slip)]).toEqual([slip, false]);
      }
  });

  it.each(good)('notices a missing and an extra digit in %s', (text) => {
    expect([fits(text.slice(0, -1)), fits(`${text}0`), fits('')]).toEqual([false, false, false]);
  });
});

describe('check digits', () => {
  it('takes no run of one digit for a Brazilian number', () => {
    expect([isCpf('11111111111'), isCnpj('00000000000000')]).toEqual([false, false]);
  });

  it('makes an IBAN of an account', () => {
    expect(makeIban('DE', '370400440532013000')).toBe('DE89370400440532013000');
    expect(makeIban('IE', 'AIBK93115212345678')).toBe('IE29AIBK93115212345678');
  });

  it('takes no IBAN of a country that has none', () => {
    expect(isIban(makeIban('US', '370400440532013000'))).toBe(false);
  });
});
