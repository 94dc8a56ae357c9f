import { expect, it } from 'vitest';
import { quote as quoteSchema } from '../../../../contracts/wise/quotes.ts';
import { transfer as transferSchema } from '../../../../contracts/wise/transfers.ts';
import { transferToRow } from './transfer-to-row.ts';

const quoteId = '6c0a4dbd-4b4c-4b47-9f4c-1b1b7ea2a6d1';
const transfer = (change: object = {}) =>
  transferSchema.parse({
    id: 58204117,
    targetAccount: 40000007,
    quoteUuid: quoteId,
    status: 'incoming_payment_waiting',
    rate: 1.17,
    created: '2026-11-20 10:47:49',
    details: { reference: 'INV 7' },
    sourceCurrency: 'GBP',
    sourceValue: 0,
    targetCurrency: 'EUR',
    targetValue: 117,
    ...change,
  });
const quote = (change: object = {}) =>
  quoteSchema.parse({
    id: quoteId,
    sourceCurrency: 'GBP',
    targetCurrency: 'EUR',
    providedAmountType: 'TARGET',
    payOut: 'BANK_TRANSFER',
    rate: 1.17,
    status: 'ACCEPTED',
    createdTime: '2026-11-20T10:40:00Z',
    expirationTime: '2026-11-20T11:10:00Z',
    paymentOptions: [
      {
        disabled: false,
        payIn: 'BALANCE',
        payOut: 'BANK_TRANSFER',
        sourceAmount: 100.55,
        targetAmount: 117,
        price: { total: { value: { amount: 0.55, currency: 'GBP' } } },
      },
    ],
    ...change,
  });

it('amounts are those of the quote it was made on; the row would pay the same again', () => {
  const { content, facts } = transferToRow(transfer(), quote(), 'Anneliese Brandt');
  expect(facts).toMatchObject({
    transferId: '58204117',
    recipientId: '40000007',
    sourceAmount: '100.55',
    targetAmount: '117',
    fee: '0.55',
    fixedSide: 'target',
    amount: '117',
    transferAskedAt: new Date('2026-11-20T10:47:49Z'),
    quoteExpiresAt: new Date('2026-11-20T11:10:00Z'),
  });
  expect(content.cells).toEqual({
    recipientId: '40000007',
    name: 'Anneliese Brandt',
    targetCurrency: 'EUR',
    amountCurrency: 'target',
    amount: '117',
    paymentReference: 'INV 7',
  });
});

it('a fixed debit stays fixed on that side', () => {
  const { facts } = transferToRow(transfer(), quote({ providedAmountType: 'SOURCE' }), undefined);
  expect(facts).toMatchObject({ fixedSide: 'source', amount: '100.55' });
});

it('without its quote what it takes is what the transfer says, and 0 is not known', () => {
  expect(transferToRow(transfer(), undefined, undefined).facts.sourceAmount).toBeNull();
  const told = transferToRow(transfer({ sourceValue: 100.55 }), undefined, undefined);
  expect(told.facts).toMatchObject({ sourceAmount: '100.55', fee: null, quoteExpiresAt: null });
});

it('what Wise leaves out is left out', () => {
  const { content, facts } = transferToRow(
    transfer({ targetAccount: null, details: null, created: null }),
    undefined,
    undefined,
  );
  expect(content.cells).toEqual({ targetCurrency: 'EUR', amountCurrency: 'target', amount: '117' });
  expect(facts).toMatchObject({ recipientId: null, transferAskedAt: null });
});
