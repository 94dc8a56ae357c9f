import { describe, expect, it } from 'vitest';
import { toMinor } from '../core/amounts.ts';
import { rateBetween } from '../core/rates.ts';
import { currencies } from './currencies.ts';
import { type PriceRequest, priceOf } from './pricing.ts';

const request = (change: Partial<PriceRequest> = {}): PriceRequest => {
  const { sourceCurrency = 'GBP', targetCurrency = 'EUR' } = change;
  return {
    sourceCurrency,
    targetCurrency,
    providedAmountType: 'SOURCE',
    amount: 100,
    rate: rateBetween(sourceCurrency, targetCurrency),
    payIn: 'BALANCE',
    payOut: 'BANK_TRANSFER',
    pricing: null,
    ...change,
  };
};
const codes = currencies.map(({ code }) => code);

describe('priceOf', () => {
  it('takes the fee from what is sent', () => {
    expect(priceOf(request())).toEqual({
      sourceAmount: 100,
      targetAmount: 114.32,
      sendFee: 0.66,
      payInFee: 0,
      total: 0.66,
      converted: 99.34,
    });
  });

  it('adds the fee to what arrives', () => {
    expect(priceOf(request({ providedAmountType: 'TARGET', amount: 114.32 }))).toMatchObject({
      sourceAmount: 100,
      targetAmount: 114.32,
      total: 0.66,
    });
  });

  it('knows a price for each way to pay in and out', () => {
    const total = (change: Partial<PriceRequest>) =>
      priceOf(request({ sourceCurrency: 'USD', targetCurrency: 'GBP', ...change })).total;
    const all = [
      total({}),
      total({ payIn: 'BANK_TRANSFER' }),
      total({ payIn: 'DIRECT_DEBIT' }),
      total({ payOut: 'SWIFT' }),
      total({ payOut: 'SWIFT_OUR' }),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(Math.min(...all)).toBe(all[0]);
  });

  it('charges what a partner asks for, and still tells the usual price', () => {
    expect(priceOf(request({ pricing: { fixed: 1.5, variable: 0.01 } }))).toMatchObject({
      total: 2.5,
      sendFee: 0.66,
      converted: 97.5,
    });
  });

  it('lets nothing arrive where the fee is more than what is sent', () => {
    const price = priceOf(request({ amount: 0.2, payIn: 'BANK_TRANSFER' }));
    expect(price).toMatchObject({ targetAmount: 0, sendFee: 0, payInFee: 0.2, total: 0.2, converted: 0 });
  });

  it.each(codes)(
    'gives exact amounts from and to %s: in whole smallest units, fee and rest adding up',
    (code) => {
      for (const other of codes)
        for (const [sourceCurrency, targetCurrency] of [
          [code, other],
          [other, code],
        ] as const)
          for (const providedAmountType of ['SOURCE', 'TARGET'] as const)
            for (const amount of [1, 777, 123_457, 9_999_999]) {
              const route = { sourceCurrency, targetCurrency, providedAmountType, amount };
              const price = priceOf(request({ ...route, payIn: 'BANK_TRANSFER' }));
              const where = JSON.stringify(route);
              const given = providedAmountType === 'SOURCE' ? price.sourceAmount : price.targetAmount;
              expect([where, given]).toEqual([where, amount]);
              const minor = (value: number) => toMinor(value, sourceCurrency);
              expect([where, minor(price.total) + minor(price.converted)]).toEqual([
                where,
                minor(price.sourceAmount),
              ]);
              expect([where, minor(price.sendFee) + minor(price.payInFee)]).toEqual([
                where,
                minor(price.total),
              ]);
              for (const [value, currency] of [
                [price.sourceAmount, sourceCurrency],
                [price.targetAmount, targetCurrency],
                [price.total, sourceCurrency],
              ] as const)
                expect([where, String(value).split('.')[1]?.length ?? 0]).toEqual([
                  where,
                  expect.toSatisfy((digits: number) => digits <= (['JPY', 'KRW'].includes(currency) ? 0 : 2)),
                ]);
            }
    },
  );
});
