import { expect, it } from 'vitest';
import { rowDigest } from './row-digest.ts';

const row = {
  accountDigest: 'account',
  recipientId: null,
  fixedSide: 'target',
  amount: '10',
  targetCurrency: 'INR',
};
const of = (cells: Record<string, string>, accepted: string[] = []) => rowDigest(row, { cells, accepted });

it('changes with what Wise is told of the transfer, and with nothing that stays here', () => {
  const plain = of({ name: 'Asha Rao' });
  expect(of({ name: 'Asha Rao', referenceNumber: '7', 'transfer.transferPurpose': ' ' })).toBe(plain);
  const told = of({
    name: 'Asha Rao',
    'transfer.transferPurpose': 'other',
    'transfer.sourceOfFunds': 'salary',
  });
  expect(told).not.toBe(plain);
  expect(
    of({ 'transfer.sourceOfFunds': 'salary', name: 'Asha Rao', 'transfer.transferPurpose': 'other' }),
  ).toBe(told);
});
