import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CardScope, Operator } from '../../auth/operator.ts';
import { cardCollections } from '../../db/schema/cards.ts';
import { cardOrders, handOvers, productions } from '../../db/schema/kiosks.ts';
import { branches, people } from '../../db/schema/staff.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import { openingMs, openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import type { Runtime } from '../../runtime.ts';
import { storeCards } from '../card-index.ts';
import { findCards } from '../card-search.ts';
import { locateOrder } from '../card-orders/locate-order.ts';

const leeds: CardScope = { branchIds: ['leeds'] };
const token = '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9999';
const reader = { personId: '5f0d6a37-6c0b-4a57-9d7a-0a5e4b7d9001', role: 'branch_manager' } as Operator;

describe('what a branch is told of its cards and orders', () => {
  let test: TestStore;
  let handedOverBy = '';
  const denied: unknown[] = [];
  const find = async (query: string, scope: CardScope = leeds) =>
    (await findCards(test.store.db, scope, { query }, { sort: 'holder', limit: 10 })).found;
  const locate = (orderId: string, scope: CardScope = leeds) => {
    const audit = { append: async (entry: unknown) => denied.push(entry) };
    return locateOrder({ store: test.store, audit } as unknown as Runtime, scope, reader, {
      orderId,
      profileId: '1',
    });
  };

  beforeAll(async () => {
    test = await openTestStore();
    const { db } = test.store;
    await db.insert(wiseConnections).values({ userId: '7', refreshTokenSealed: 'x' });
    await db.insert(branches).values([
      { id: 'leeds', name: 'Leeds' },
      { id: 'london', name: 'London' },
    ]);
    const [person] = await db
      .insert(people)
      .values({ name: 'Grace Oduya', email: 'g@example.com', role: 'branch_manager' })
      .returning();
    handedOverBy = person?.id ?? '';
    await db.insert(profiles).values({
      id: '1',
      userId: '7',
      type: 'PERSONAL',
      name: 'Chloe Marchetti',
      state: 'VISIBLE',
      searchText: 'chloe marchetti',
      readAt: new Date(),
    });
    await storeCards(
      db,
      [
        {
          token,
          profileId: '1',
          status: { value: 'INACTIVE' },
          cardHolderName: 'Chloe Marchetti',
          expiryDate: null,
          lastFourDigits: '4417',
          bankIdentificationNumber: null,
          phoneNumber: '+447700900417',
          cardProgram: { name: 'P', scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' },
          unlockSpendingPermissions: 'NONE',
          creationTime: '2026-01-01T00:00:00Z',
          modificationTime: '2026-01-01T00:00:00Z',
        },
      ],
      new Date(),
    );
    await db.insert(cardCollections).values({ cardToken: token, branchId: 'leeds' });
    const order = {
      profileId: '1',
      status: 'CARD_DETAILS_CREATED',
      creationTime: '2026-01-01T00:00:00Z',
      modificationTime: '2026-01-01T00:00:00Z',
      searchText: '',
      asOf: new Date(),
    };
    await db.insert(cardOrders).values([
      { ...order, id: '11', branchId: 'leeds', cardToken: token },
      { ...order, id: '12', branchId: 'london' },
      { ...order, id: '13' },
    ]);
  }, openingMs);
  beforeEach(() => denied.splice(0));
  afterAll(() => test.drop());

  it('before READY: the card and the order, and nobody’s name, nor by searching for it', async () => {
    const [found] = await find('4417');
    expect(found).toMatchObject({
      card: { cardHolderName: null, phoneNumber: null },
      profile: { name: 'Personal profile 1' },
      ownBranch: { isHolderShown: false, isHandedOver: false },
    });
    for (const query of ['chloe', 'marchetti', '447700900417']) expect(await find(query), query).toEqual([]);
    expect(await locate('11')).toMatchObject({ isHolderShown: false, profileName: 'Personal profile 1' });
    const [all] = await find('chloe', 'all');
    expect(all).toMatchObject({ card: { cardHolderName: 'Chloe Marchetti' } });
    expect(all?.ownBranch).toBeUndefined();
  });

  it('a cursor of a list by holder carries no name that is withheld', async () => {
    await storeCards(test.store.db, [{ ...cardLike(), token: token.replace('9999', '9998') }], new Date());
    await test.store.db
      .insert(cardCollections)
      .values({ cardToken: token.replace('9999', '9998'), branchId: 'leeds' });
    const { nextCursor } = await findCards(test.store.db, leeds, {}, { sort: 'holder', limit: 1 });
    expect(Buffer.from(nextCursor ?? '', 'base64url').toString()).not.toMatch(/marchetti/i);
    expect(nextCursor).not.toBeNull();
  });

  it('from READY to the hand-over: the name, by search as well', async () => {
    await test.store.db
      .insert(productions)
      .values({ cardToken: token, profileId: '1', status: 'READY', toldAt: new Date() });
    const [found] = await find('marchetti');
    expect(found).toMatchObject({
      card: { cardHolderName: 'Chloe Marchetti', phoneNumber: '+447700900417' },
      profile: { name: 'Chloe Marchetti' },
      ownBranch: { isHolderShown: true, isHandedOver: false },
    });
    expect(await locate('11')).toMatchObject({ isHolderShown: true, profileName: 'Chloe Marchetti' });
  });

  it('after the hand-over: the card stays, the name goes', async () => {
    await test.store.db.insert(handOvers).values({
      cardToken: token,
      branchId: 'leeds',
      identityCheckedBy: 'passport',
      handedOverBy,
      collectedAt: new Date(),
    });
    expect(await find('marchetti')).toEqual([]);
    expect((await find(token))[0]).toMatchObject({
      card: { cardHolderName: null },
      ownBranch: { isHolderShown: false, isHandedOver: true },
    });
    expect(await locate('11')).toMatchObject({ isHolderShown: false });
  });

  it('an order of another branch, and of none, is not there, and the try stands in the trail; an unknown one leaves no row', async () => {
    for (const orderId of ['12', '13']) {
      await expect(locate(orderId)).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(denied).toMatchObject(
      ['12', '13'].map((id) => ({
        action: 'access.denied',
        outcome: 'failed',
        actor: { personId: reader.personId },
        target: { type: 'card-order', id, profileId: '1' },
      })),
    );
    await expect(locate('99')).rejects.toMatchObject({ code: 'not_found' });
    expect(denied).toHaveLength(2);
    expect(await locate('12', 'all')).toMatchObject({ isHolderShown: true });
  });

  const cardLike = () => ({
    token,
    profileId: '1',
    status: { value: 'INACTIVE' },
    cardHolderName: 'Zoe Marchetti',
    expiryDate: null,
    lastFourDigits: '4418',
    bankIdentificationNumber: null,
    phoneNumber: null,
    cardProgram: { name: 'P', scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' },
    unlockSpendingPermissions: 'NONE',
    creationTime: '2026-01-01T00:00:00Z',
    modificationTime: '2026-01-01T00:00:00Z',
  });
});
