import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WiseCard } from '../../../../contracts/cards.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { addConnectedProfile } from '../../../db/test-support/add-profile.ts';
import { storeCards } from '../../card-index.ts';
import { keepTransactions } from './keep-transactions.ts';
import { toldTransaction } from './test-support/told-transaction.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
  await addConnectedProfile(opened.store.db, { id: '7' });
});
afterAll(() => opened.drop());

const card = (token: string, value: string, modificationTime: string): WiseCard => ({
  token,
  profileId: '7',
  status: { value },
  cardHolderName: null,
  expiryDate: null,
  lastFourDigits: '4417',
  bankIdentificationNumber: null,
  phoneNumber: null,
  cardProgram: { name: 'P', scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' },
  unlockSpendingPermissions: 'NONE',
  creationTime: '2025-01-01T00:00:00Z',
  modificationTime,
});
const told = (id: string, cardToken: string) =>
  toldTransaction({ id, cardToken, step: 'AUTH', state: 'COMPLETED', amount: '5', second: 0, channel: 'C' });
const read = async (id: string) => {
  const [row] = await opened.store.db
    .select()
    .from(cardTransactions)
    .where(eq(cardTransactions.transactionId, id));
  return row;
};

it('takes out of a purged card’s payments what leads to a person, and leaves the books', async () => {
  const { store } = opened;
  await storeCards(
    store.db,
    [card('a', 'EXPIRED', '2026-01-01T00:00:00Z'), card('b', 'EXPIRED', '2026-01-01T00:00:00Z')],
    new Date(),
  );
  await keepTransactions(store, [told('1', 'a'), told('2', 'b')], 'GBP');
  await storeCards(store.db, [card('a', 'PURGED', '2026-02-01T00:00:00Z')], new Date());
  expect(await read('1')).toMatchObject({
    balanceChannelReferenceId: null,
    merchantCity: null,
    merchantName: 'Corner Shop',
    amount: '5',
  });
  expect(await read('2')).toMatchObject({ balanceChannelReferenceId: 'C', merchantCity: 'Leeds' });
});

it('writes on payments what the index knows of their card, whichever is told first, and takes the name back', async () => {
  const { store } = opened;
  const noor = card('c', 'ACTIVE', '2026-01-01T00:00:00Z');
  await keepTransactions(store, [told('3', 'c')], 'GBP');
  expect(await read('3')).toMatchObject({ programme: null, holderWords: null, lastFourDigits: null });
  await storeCards(store.db, [{ ...noor, cardHolderName: 'Noor Åkesson' }], new Date());
  await keepTransactions(store, [told('4', 'c')], 'GBP');
  const known = { programme: 'P', holderWords: 'noor akesson', lastFourDigits: '4417' };
  expect([await read('3'), await read('4')]).toEqual([
    expect.objectContaining(known),
    expect.objectContaining(known),
  ]);
  const moved = { ...noor.cardProgram, name: 'Q' };
  await storeCards(
    store.db,
    [{ ...card('c', 'PURGED', '2026-02-01T00:00:00Z'), cardProgram: moved }],
    new Date(),
  );
  expect(await read('4')).toMatchObject({ programme: 'Q', holderWords: null, lastFourDigits: '4417' });
});
