import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { keepTransactions } from './keep-transactions.ts';
import { findArchived, readSteps } from './read-archived.ts';
import { toldTransaction } from './test-support/told-transaction.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.drop());

const pound = (amount: string) => ({ amount, currency: 'GBP' });

it('gives back what was told, its movements too, and every step in the order it happened', async () => {
  const { db } = opened.store;
  const told = toldTransaction({ id: '11', step: 'CAPTURE', state: 'COMPLETED', amount: '9.50', second: 60 });
  const debit = {
    balanceId: '42',
    creationTime: '2026-11-20T12:00:00.000Z',
    debitedAmount: pound('9.50'),
    forAmount: null,
    rate: '1.0',
    fee: pound('0'),
  };
  const fees = [{ ...pound('0.50'), fee_type: 'ATM_MACHINE' }];
  const transaction = { ...told.transaction, fees, debits: [debit], credits: [] };
  await keepTransactions(
    opened.store,
    [
      { ...told, transaction },
      toldTransaction({ id: '11', step: 'AUTH', state: 'IN_PROGRESS', amount: '20.00', second: 0 }),
    ],
    'GBP',
  );
  const found = await findArchived(db, { profileId: '7', transactionId: '11' });
  expect(found?.transaction).toEqual(transaction);
  expect(found?.toldAt).toEqual(told.toldAt);
  expect(await readSteps(db, { profileId: '7', transactionId: '11' })).toMatchObject([
    { step: 'AUTH', state: 'IN_PROGRESS', amount: pound('20.00'), source: 'webhook' },
    { step: 'CAPTURE', state: 'COMPLETED', amount: pound('9.50'), source: 'webhook' },
  ]);
  expect(await findArchived(db, { profileId: '8', transactionId: '11' })).toBeUndefined();
  expect(await readSteps(db, { profileId: '8', transactionId: '11' })).toEqual([]);
});
