import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WiseCard } from '../../../contracts/cards.ts';
import { cardOrderRequests, cardOrders } from '../../db/schema/kiosks.ts';
import { addConnectedProfile } from '../../db/test-support/add-profile.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { storeCards } from '../card-index.ts';
import { storeCardOrders } from './card-order-index.ts';
import { wiseOrder } from './test-support.ts';

const card = (token: string, value: string, modificationTime: string): WiseCard => ({
  token,
  profileId: '1',
  status: { value },
  cardHolderName: value === 'PURGED' ? null : 'Chloé Marchetti',
  expiryDate: '2029-11-30T00:00:00Z',
  lastFourDigits: '4417',
  bankIdentificationNumber: '459661',
  phoneNumber: value === 'PURGED' ? null : '+447700900417',
  cardProgram: { name: 'P', scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' },
  unlockSpendingPermissions: 'NONE',
  creationTime: '2026-01-01T00:00:00Z',
  modificationTime,
});
const order = (id: string, cardToken: string) =>
  wiseOrder(id, { status: 'COMPLETED', cardToken, phoneNumber: '+447700900417' });
const born = '2026-01-02T00:00:00Z';
const purgedAt = '2027-01-02T00:00:00Z';

describe('a card that Wise has purged', () => {
  let test: TestStore;
  const indexed = async (id: string) => {
    const [row] = await test.store.db.select().from(cardOrders).where(eq(cardOrders.id, id));
    return row && [row.cardHolderName, row.searchText];
  };
  const purge = (token: string) => storeCards(test.store.db, [card(token, 'PURGED', purgedAt)], new Date());
  const erased = [null, '1'];

  beforeAll(async () => {
    test = await openTestStore();
    await addConnectedProfile(test.store.db);
  });
  afterAll(() => test.drop());

  it('takes its holder’s name out of its own order, and out of no other', async () => {
    const { db } = test.store;
    await storeCards(db, [card('a', 'BLOCKED', born), card('b', 'BLOCKED', born)], new Date());
    await storeCardOrders(db, [order('11', 'a'), order('12', 'b')], new Date());
    await purge('a');
    expect(await indexed('11')).toEqual(erased);
    expect(await indexed('12')).toEqual(['Chloé Marchetti', 'chloe marchetti 1']);
  });

  it('leaves no name in an order that is read afterwards, whatever Wise tells of it', async () => {
    const { db } = test.store;
    await purge('c');
    for (const modificationTime of ['2026-01-01T00:00:00.5Z', '2028-01-01T00:00:00Z']) {
      await storeCardOrders(db, [{ ...order('13', 'c'), modificationTime }], new Date());
      expect(await indexed('13')).toEqual(erased);
    }
  });

  it('takes it out of what was kept to order the card anew, which then is not ordered; what is on its way is settled first', async () => {
    const { db } = test.store;
    const keep = async (state: string, more: Partial<typeof cardOrderRequests.$inferInsert>) => {
      const id = randomUUID();
      await db.insert(cardOrderRequests).values({
        id,
        profileId: '1',
        state,
        contentSealed: 'sealed',
        contentDigest: 'digest',
        orderedBy: randomUUID(),
        ...more,
      });
      return async () => {
        const [row] = await db.select().from(cardOrderRequests).where(eq(cardOrderRequests.id, id));
        return row && [row.state, row.contentSealed, row.contentDigest];
      };
    };
    await storeCards(db, [card('d', 'BLOCKED', born), card('e', 'BLOCKED', born)], new Date());
    await storeCardOrders(db, [order('14', 'd'), order('15', 'e')], new Date());
    const placed = await keep('placed', { orderId: '14' });
    const refused = await keep('refused', { replacesOrderId: '14' });
    const waiting = await keep('waiting', { replacesOrderId: '14' });
    const onItsWay = await keep('unknown', { replacesOrderId: '15' });
    const others = await keep('waiting', { replacesOrderId: '16' });
    await purge('d');
    await purge('e');
    expect(await placed()).toEqual(['placed', null, '']);
    expect(await refused()).toEqual(['refused', null, '']);
    expect(await waiting()).toEqual(['refused', null, '']);
    expect(await onItsWay()).toEqual(['unknown', 'sealed', 'digest']);
    expect(await others()).toEqual(['waiting', 'sealed', 'digest']);
  });
});
