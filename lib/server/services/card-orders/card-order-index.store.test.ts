import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleEvents } from '../../db/schema/audit.ts';
import { cardCollections } from '../../db/schema/cards.ts';
import { cardOrderStatuses, cardOrders } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { addConnectedProfile } from '../../db/test-support/add-profile.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import { storeCardOrders, storeOwnOrder } from './card-order-index.ts';
import { wiseOrder } from './test-support.ts';

const orderedBy = randomUUID();
const own = { branchId: 'leeds', orderedBy, replacesOrderId: null };

describe('card order index', () => {
  let test: TestStore;
  const read = async (id: string) => {
    const [row] = await test.store.db.select().from(cardOrders).where(eq(cardOrders.id, id));
    return row;
  };
  const branchOf = async (cardToken: string) => {
    const [row] = await test.store.db
      .select()
      .from(cardCollections)
      .where(eq(cardCollections.cardToken, cardToken));
    return row?.branchId;
  };
  const place = (placed: WiseCardOrder) =>
    test.store.db.transaction((tx) => storeOwnOrder(tx, placed, own, new Date()));
  const eventsDuring = async (act: () => Promise<unknown>) => {
    const count = async () => (await test.store.db.select().from(consoleEvents)).length;
    const before = await count();
    await act();
    return (await count()) - before;
  };

  beforeAll(async () => {
    test = await openTestStore();
    const { db } = test.store;
    await db.insert(branches).values([
      { id: 'leeds', name: 'Leeds' },
      { id: 'bristol', name: 'Bristol' },
    ]);
    await addConnectedProfile(db);
  });
  afterAll(() => test.drop());

  it('an order made elsewhere is of the branch that its card belongs to', async () => {
    const { db } = test.store;
    await db.insert(cardCollections).values({ cardToken: 'of-bristol', branchId: 'bristol' });
    await storeCardOrders(db, [wiseOrder('91', { cardToken: 'of-bristol' }), wiseOrder('92')], new Date());
    expect((await read('91'))?.branchId).toBe('bristol');
    expect((await read('92'))?.branchId).toBeNull();
  });

  it('a row older than the one that stands never overwrites it, whatever its precision', async () => {
    const { db } = test.store;
    const at = (modificationTime: string, status: string) => wiseOrder('11', { modificationTime, status });
    await storeCardOrders(db, [at('2026-01-01T00:00:00.5Z', 'PRODUCED')], new Date());
    await storeCardOrders(db, [at('2026-01-01T00:00:00.499999999Z', 'PLACED')], new Date());
    await storeCardOrders(db, [at('2026-01-01T00:00:00Z', 'PLACED')], new Date());
    expect((await read('11'))?.status).toBe('PRODUCED');
    await storeCardOrders(db, [at('2026-01-01T00:00:00.500000001Z', 'COMPLETED')], new Date());
    expect((await read('11'))?.status).toBe('COMPLETED');
  });

  it('keeps when each status was first seen, in whatever order it is told', async () => {
    const { db } = test.store;
    const at = (modificationTime: string, status: string) => wiseOrder('15', { modificationTime, status });
    await storeCardOrders(db, [at('2026-01-03T00:00:00Z', 'PRODUCED')], new Date());
    await storeCardOrders(db, [at('2026-01-02T00:00:00Z', 'CARD_DETAILS_CREATED')], new Date());
    await storeCardOrders(db, [at('2026-01-04T00:00:00Z', 'PRODUCED')], new Date());
    const rows = await db.select().from(cardOrderStatuses).where(eq(cardOrderStatuses.orderId, '15'));
    expect(rows.map(({ at: when, status }) => `${when} ${status}`).sort()).toEqual([
      '2026-01-02T00:00:00.000000000Z CARD_DETAILS_CREATED',
      '2026-01-03T00:00:00.000000000Z PRODUCED',
    ]);
  });

  it('what only the console knows stays, and the card goes to the branch as soon as there is one', async () => {
    await place(wiseOrder('12'));
    const made = wiseOrder('12', {
      status: 'CARD_DETAILS_CREATED',
      cardToken: 'card-12',
      modificationTime: '2026-01-02T00:00:00Z',
    });
    expect(await branchOf('card-12')).toBeUndefined();
    await storeCardOrders(test.store.db, [made], new Date());
    expect(await read('12')).toMatchObject({ ...own, status: 'CARD_DETAILS_CREATED' });
    expect(await branchOf('card-12')).toBe('leeds');
  });

  it('an order that was read before its own answer came is still the branch’s', async () => {
    const made = wiseOrder('13', { status: 'CARD_DETAILS_CREATED', cardToken: 'card-13' });
    await storeCardOrders(test.store.db, [made], new Date());
    expect((await read('13'))?.branchId).toBeNull();
    await place(wiseOrder('13', { modificationTime: '2026-01-01T00:00:00.4Z' }));
    expect(await read('13')).toMatchObject({ ...own, status: 'CARD_DETAILS_CREATED' });
    expect(await branchOf('card-13')).toBe('leeds');
  });

  it('a card that belongs to another branch already stays there', async () => {
    await test.store.db.insert(cardCollections).values({ cardToken: 'card-14', branchId: 'bristol' });
    await place(wiseOrder('14', { cardToken: 'card-14' }));
    expect(await branchOf('card-14')).toBe('bristol');
  });

  it('pages are told of what changed only, and of many at once by one event', async () => {
    const { db } = test.store;
    const many = Array.from({ length: 30 }, (_, index) => wiseOrder(String(100 + index)));
    expect(await eventsDuring(() => storeCardOrders(db, many, new Date()))).toBe(1);
    expect(await eventsDuring(() => storeCardOrders(db, many, new Date()))).toBe(0);
    const two = many.slice(0, 2).map((one) => ({ ...one, modificationTime: '2026-02-01T00:00:00Z' }));
    expect(await eventsDuring(() => storeCardOrders(db, two, new Date()))).toBe(2);
  });
});
