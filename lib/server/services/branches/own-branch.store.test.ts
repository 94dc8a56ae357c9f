import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardScope } from '../../auth/operator.ts';
import { cardCollections } from '../../db/schema/cards.ts';
import { cardOrders, handOvers, kiosks, printJobs, productions } from '../../db/schema/kiosks.ts';
import { branches, people } from '../../db/schema/staff.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { storeCards } from '../card-index.ts';
import { findCards } from '../card-search.ts';
import { locateOrder } from '../card-orders/locate-order.ts';
import { recordDeniedAccess } from './denied-access.ts';

const leeds: CardScope = { branchIds: ['leeds'] };
const token = '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9999';
const reader = { personId: '5f0d6a37-6c0b-4a57-9d7a-0a5e4b7d9001', role: 'branch_manager' } as const;

describe('what a branch is told of its cards and orders', () => {
  let test: TestStore;
  let handedOverBy = '';
  const find = async (query: string, scope: CardScope = leeds) =>
    (await findCards(test.store.db, scope, { query }, { sort: 'holder', limit: 10 })).found;
  const locate = (orderId: string, scope: CardScope = leeds) => {
    return locateOrder({ store: test.store }, scope, { orderId, profileId: '1' });
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
  });
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

  it('an order of another branch, and of none, is not there', async () => {
    for (const orderId of ['12', '13', '99'])
      await expect(locate(orderId)).rejects.toMatchObject({ code: 'not_found' });
    expect(await locate('12', 'all')).toMatchObject({ isHolderShown: true });
  });

  it('a try at what is another branch’s stands in the trail; what is nowhere leaves no row', async () => {
    const rows: unknown[] = [];
    const audit = { append: async (entry: unknown) => BigInt(rows.push(entry)) };
    const parts = { store: test.store, audit };
    const record = async (
      named: object,
      code: 'not_found' | 'forbidden' = 'not_found',
      scope: CardScope = leeds,
    ) => {
      rows.splice(0);
      await recordDeniedAccess(parts, { code }, { operator: reader, scope, named: [undefined, named] });
      return rows;
    };
    const [job] = await test.store.db
      .insert(printJobs)
      .values({ cardToken: token, profileId: '1', kioskId: 'WIS00003', branchId: 'london', state: 'printed' })
      .returning();
    await test.store.db.insert(kiosks).values({ id: 'WIS00003', branchId: 'london', place: 'Hall' });
    const card = { type: 'card', id: token, profileId: '1' };
    for (const [named, target] of [
      [
        { orderId: '12', profileId: '1' },
        { type: 'card-order', id: '12', profileId: '1' },
      ],
      [{ cardToken: token, profileId: '1' }, card],
      [{ jobId: job?.id }, card],
      [{ kioskId: 'WIS00003' }, { type: 'kiosk', id: 'WIS00003' }],
      [
        { branchId: 'london', day: '2026-01-01' },
        { type: 'branch', id: 'london' },
      ],
    ] as const) {
      expect(await record(named)).toMatchObject([
        { action: 'access.denied', outcome: 'failed', actor: { personId: reader.personId }, target },
      ]);
    }
    for (const named of [{ orderId: '99' }, { kioskId: 'WIS99999' }, { jobId: 'x' }, { branchId: 'y' }, {}])
      expect(await record(named), JSON.stringify(named)).toEqual([]);
    expect(await record({ orderId: '12' }, 'forbidden')).toEqual([]);
    expect(await record({ orderId: '12' }, 'not_found', 'all')).toEqual([]);
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
