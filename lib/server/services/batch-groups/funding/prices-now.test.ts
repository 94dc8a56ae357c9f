import { describe, expect, test } from 'vitest';
import { pricesNow, requirePrices } from './prices-now.ts';

const at = new Date('2026-11-22T10:00:00Z');
const row = (more: Partial<Parameters<typeof pricesNow>[0][number]> = {}) => ({
  amount: '115',
  fixedSide: 'target',
  targetCurrency: 'EUR',
  sourceAmount: '101',
  transferStatus: 'incoming_payment_waiting',
  quoteExpiresAt: new Date('2026-11-22T10:30:00Z'),
  ...more,
});
const past = new Date('2026-11-22T09:59:59Z');
const euro = (rate: string) => new Map([['EUR', { rate, fixedFee: '1', feeShare: '0' }]]);

describe('what a group takes now', () => {
  test('is what it took at sending, as long as every quote holds', () => {
    const prices = pricesNow([row(), row()], new Map(), at);
    expect(prices).toEqual({ ended: 0, atSending: '202', now: '202', takes: '202' });
  });

  test('of ended quotes it is a fresh price, of the others what Wise said', () => {
    const prices = pricesNow([row(), row({ quoteExpiresAt: past })], euro('1'), at);
    expect(prices).toEqual({ ended: 1, atSending: '202', now: '217', takes: '217' });
  });

  test('the larger of the two has to be covered: nobody knows which one Wise takes', () => {
    expect(pricesNow([row({ quoteExpiresAt: past })], euro('1.25'), at)).toEqual({
      ended: 1,
      atSending: '101',
      now: '93',
      takes: '101',
    });
  });

  test('is rounded up to the cent, once', () => {
    const rows = [row({ quoteExpiresAt: past }), row({ quoteExpiresAt: past })];
    expect(pricesNow(rows, euro('1.2'), at)?.now).toBe('193.67');
  });

  test('a transfer that was paid for costs what it cost', () => {
    const paid = row({ quoteExpiresAt: past, transferStatus: 'processing' });
    expect(pricesNow([paid], euro('9'), at)).toMatchObject({ ended: 0, takes: '101' });
  });

  test('a fixed source is taken as it is, with no price at all', () => {
    const fixed = row({ quoteExpiresAt: past, fixedSide: 'source', amount: '101' });
    expect(pricesNow([fixed], new Map(), at)).toMatchObject({ ended: 1, now: '101' });
  });

  test('is not known without a price, and nothing is paid on it', () => {
    const prices = pricesNow([row({ quoteExpiresAt: past })], new Map(), at);
    expect(prices).toEqual({ ended: 1, atSending: '101', now: null, takes: null });
    expect(() => requirePrices(prices)).toThrow(expect.objectContaining({ code: 'wise_unavailable' }));
    expect(pricesNow([row({ sourceAmount: null })], new Map(), at)).toBeNull();
    expect(() => requirePrices(null)).toThrow(expect.objectContaining({ code: 'batch_total_changed' }));
  });
});
