import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WiseCard } from '../../contracts/cards.ts';
import { cardCollections } from '../db/schema/cards.ts';
import { branches } from '../db/schema/staff.ts';
import { addConnectedProfile } from '../db/test-support/add-profile.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { EventHub } from '../events/event-hub.ts';
import { storeCards } from './card-index.ts';
import { findCards } from './card-search.ts';

const card = (token: string, more: Partial<WiseCard> = {}): WiseCard => ({
  token,
  profileId: '1',
  status: { value: 'ACTIVE' },
  cardHolderName: 'Chloé Marchetti',
  expiryDate: '2029-11-30T00:00:00Z',
  lastFourDigits: '4417',
  bankIdentificationNumber: '459661',
  phoneNumber: '+447700900417',
  cardProgram: { name: 'P', scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' },
  unlockSpendingPermissions: 'NONE',
  creationTime: '2026-01-01T00:00:00Z',
  modificationTime: '2026-01-01T00:00:00.5Z',
  ...more,
});

describe('card index', () => {
  let test: TestStore;
  const find = async (query: string) => {
    const { found } = await findCards(test.store.db, 'all', { query }, { sort: 'holder', limit: 10 });
    return found.map((row) => `${row.card.token} ${row.card.status}`);
  };
  beforeAll(async () => {
    test = await openTestStore();
    await addConnectedProfile(test.store.db, { type: 'BUSINESS', name: 'Kestrel Ltd' });
  });
  afterAll(() => test.drop());

  it('a row older than the one that stands never overwrites it, whatever its precision', async () => {
    const at = (modificationTime: string, value: string) =>
      card('a', { modificationTime, status: { value } });
    await storeCards(test.store.db, [at('2026-01-01T00:00:00.5Z', 'FROZEN')], new Date());
    await storeCards(test.store.db, [at('2026-01-01T00:00:00Z', 'ACTIVE')], new Date());
    await storeCards(test.store.db, [at('2026-01-01T00:00:00.499999999Z', 'ACTIVE')], new Date());
    expect(await find('chloe')).toEqual(['a FROZEN']);
    await storeCards(test.store.db, [at('2026-01-01T00:00:00.500000001Z', 'BLOCKED')], new Date());
    expect(await find('CHLOÉ marchetti')).toEqual(['a BLOCKED']);
  });

  it('a card stays with the branch its order named, before and after Wise is read again', async () => {
    const { db } = test.store;
    await db.insert(branches).values([
      { id: 'north', name: 'North' },
      { id: 'south', name: 'South' },
    ]);
    await db.insert(cardCollections).values([
      { cardToken: 'kept', branchId: 'north' },
      { cardToken: 'other', branchId: 'south' },
    ]);
    const seenBy = async (...branchIds: string[]) => {
      const page = { sort: 'holder' as const, limit: 10 };
      const { found } = await findCards(db, { branchIds }, {}, page);
      return found.map((row) => row.card.token);
    };
    const change = { modificationTime: '2027-01-01T00:00:00Z' };
    for (const more of [{}, {}, change]) {
      await storeCards(
        db,
        ['kept', 'other', 'posted'].map((token) => card(token, more)),
        new Date(),
      );
      expect(await seenBy('north')).toEqual(['kept']);
      expect(await seenBy('north', 'south')).toEqual(['kept', 'other']);
      expect(await seenBy()).toEqual([]);
    }
  });

  it('tells open pages of a changed card, and of nothing when nothing changed', async () => {
    const hub = new EventHub(test.store);
    const before = await hub.newestId();
    await storeCards(test.store.db, [card('b')], new Date());
    await storeCards(test.store.db, [card('b')], new Date());
    await storeCards(test.store.db, [card('b', { modificationTime: '2027-01-01T00:00:00Z' })], new Date());
    expect((await hub.readAfter(before)).map(({ event }) => event)).toEqual([
      { type: 'cards.synced' },
      { type: 'card.changed', profileId: '1', cardToken: 'b' },
    ]);
  });

  it('finds by profile, by phone however it is written, and by nothing else', async () => {
    await storeCards(
      test.store.db,
      [card('c', { lastFourDigits: '0001', phoneNumber: '+353871234567', cardHolderName: 'Oisín' })],
      new Date(),
    );
    expect(await find('kestrel oisin')).toEqual(['c ACTIVE']);
    for (const phone of ['+353871234567', '0871234567', '1234567'])
      expect(await find(phone), phone).toEqual(['c ACTIVE']);
    expect(await find('0001')).toEqual(['c ACTIVE']);
    expect(await find('1234')).toEqual([]);
  });

  it('scrubs what Wise has purged', async () => {
    const purged = card('c', {
      status: { value: 'PURGED' },
      cardHolderName: null,
      phoneNumber: null,
      modificationTime: '2028-01-01T00:00:00Z',
    });
    await storeCards(test.store.db, [purged], new Date());
    expect(await find('oisin')).toEqual([]);
    expect(await find('1234567')).toEqual([]);
  });
});
