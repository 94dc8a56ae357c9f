import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardOrderBody } from '../../../contracts/wise/card-orders.ts';
import { cardOrders } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { addProfile } from '../../db/test-support/add-profile.ts';
import type { TestStore } from '../../db/test-support/open-test-store.ts';
import { createVault } from '../../vault/vault.ts';
import type { Wise } from '../../wise/create-wise.ts';
import {
  closeConnectedStore,
  demoBusiness,
  openConnectedStore,
} from '../../wise/test-support/connected-store.ts';
import type { RunningEmulator } from '../../wise/test-support/run-emulator.ts';
import { readDigest } from '../recipients/digest-key.ts';
import { findRequest, keepRequest } from './order-request.ts';
import { placeRequest, settleRequest } from './place-request.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const profileId = '30000001';
const options = { userId: '20000001', priority: 'interactive' as const };
const content: CardOrderBody = {
  program: 'VISA_DEBIT_BUSINESS_UK_1',
  cardHolderName: 'Imogen Farrow',
  phoneNumber: '+447700900611',
  address: { firstLine: '14 Boar Lane', city: 'Leeds', postCode: 'LS1 6EN', country: 'GB' },
  deliveryOption: 'KIOSK_COLLECTION',
};

describe('a card that is to be ordered', () => {
  let test: TestStore;
  let emulator: RunningEmulator;
  let wise: Wise;
  const parts = () => ({
    store: test.store,
    vault,
    wise,
    digests: () => readDigest(test.store.db, vault),
  });
  const keep = (id: string, more: Partial<Parameters<typeof keepRequest>[1]> = {}) =>
    keepRequest(parts(), {
      id,
      profileId,
      state: 'sending',
      branchId: 'leeds',
      orderedBy: randomUUID(),
      replacesOrderId: null,
      content,
      ...more,
    });
  const kept = async (id: string) => {
    const row = await findRequest(test.store.db, id);
    if (!row) throw new Error('the request is gone');
    return row;
  };
  const indexed = async (orderId: string) => {
    const [row] = await test.store.db.select().from(cardOrders).where(eq(cardOrders.id, orderId));
    return row;
  };

  beforeAll(async () => {
    ({ test, emulator, wise } = await openConnectedStore(vault));
    const { db } = test.store;
    await db.insert(branches).values({ id: 'leeds', name: 'Leeds' });
    await addProfile(db, { ...demoBusiness, name: 'Kestrel Ltd' });
  });
  afterAll(() => closeConnectedStore({ test, emulator, wise }));

  it('is kept sealed before Wise is asked, placed once, and then nothing of the person stays', async () => {
    const id = randomUUID();
    const request = await keep(id);
    expect(request.contentSealed).toMatch(/^v1\./);
    expect(JSON.stringify(request)).not.toContain('Farrow');
    const order = await placeRequest(parts(), options, request);
    expect(await kept(id)).toMatchObject({ state: 'placed', orderId: order.id, contentSealed: null });
    expect(await indexed(order.id)).toMatchObject({ branchId: 'leeds', orderedBy: request.orderedBy });
  });

  it('that Wise took while the process died is found again by its key, and is the branch’s', async () => {
    const id = randomUUID();
    await keep(id);
    const lost = await wise.cardOrders.createCardOrder(options, profileId, content, id);
    expect(await settleRequest(parts(), options, await kept(id))).toBe(true);
    expect(await kept(id)).toMatchObject({ state: 'placed', orderId: lost.id });
    expect(await indexed(lost.id)).toMatchObject({ branchId: 'leeds' });
    expect(await settleRequest(parts(), options, await kept(id))).toBe(true);
  });

  it('that Wise refuses is settled for good', async () => {
    const id = randomUUID();
    const request = await keep(id, { content: { ...content, program: 'NONE_SUCH' } });
    await expect(placeRequest(parts(), options, request)).rejects.toMatchObject({
      code: 'card_order_programme',
    });
    expect(await kept(id)).toMatchObject({
      state: 'refused',
      refusedCode: 'card_order_programme',
      contentSealed: null,
    });
    expect(await settleRequest(parts(), options, await kept(id))).toBe(false);
  });

  it('under a known id is the same one, or refused where it is another', async () => {
    const id = randomUUID();
    const orderedBy = randomUUID();
    await keep(id, { orderedBy });
    expect((await keep(id, { orderedBy })).id).toBe(id);
    await expect(keep(id, { content: { ...content, cardHolderName: 'Other' } })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    await expect(keep(id, { branchId: null })).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('takes an old one’s place alone; after a refusal another may', async () => {
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    const anew = { state: 'waiting' as const, replacesOrderId: '4711' };
    await keep(first, anew);
    await expect(keep(second, anew)).rejects.toMatchObject({ code: 'card_order_renewed_already' });
    expect(await settleRequest(parts(), options, await kept(first))).toBe(false);
    const request = await kept(first);
    await expect(
      placeRequest({ ...parts() }, { ...options }, { ...request, profileId: '30000999' }),
    ).rejects.toMatchObject({ code: 'card_order_refused' });
    expect((await keep(third, anew)).state).toBe('waiting');
  });
});
