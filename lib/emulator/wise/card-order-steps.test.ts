import { describe, expect, it } from 'vitest';
import { cardOrderStatusChange } from '../../contracts/wise/card-events.ts';
import { business, kiosk, physical, prepareOrderDesk } from './test-support/order-desk.ts';

const { advance, ask, askAsBusiness, cardOf, clientToken, made, read, set, told, world } = prepareOrderDesk();

describe('an order goes on by itself', () => {
  it('to a card that waits for a kiosk', async () => {
    const { id } = await made(kiosk);
    await advance(2);
    expect((await read(id)).status).toBe('REQUIREMENTS_FULFILLED');
    await advance(2);
    const order = await read(id);
    expect(order.status).toBe('CARD_DETAILS_CREATED');
    expect(await cardOf(id)).toMatchObject({
      profileId: business,
      status: 'INACTIVE',
      cardHolderName: 'Ottoline Grahame',
      unlockSpendingPermissions: 'WITH_PARTNER_API',
    });
    const { productions } = world();
    expect(productions.get(order.cardToken ?? '')).toBeUndefined();
    await advance(1);
    expect(productions.get(order.cardToken ?? '')?.status).toBe('READY');
    await advance(3600);
    expect((await read(id)).status).toBe('CARD_DETAILS_CREATED');
  });

  it('to a card in the post', async () => {
    const { deliveryDetails, id } = await made(physical);
    expect(deliveryDetails?.deliveryOption).toBe('POSTAL_SERVICE_STANDARD');
    await advance(6);
    expect((await read(id)).status).toBe('PRODUCED');
    expect(world().productions.get((await read(id)).cardToken ?? '')).toBeUndefined();
  });

  it('to a virtual card, which is produced nowhere, at the profile’s address', async () => {
    const program = 'VISA_DEBIT_BUSINESS_UK_VIRTUAL_1';
    const { id } = await made({ program, cardHolderName: 'Ottoline Grahame', lifetimeLimit: 0 });
    await advance(60);
    expect(await read(id)).toMatchObject({ status: 'CARD_DETAILS_CREATED', deliveryDetails: null });
    const card = await cardOf(id);
    expect(card?.spendingPermissions).toHaveLength(3);
    expect(card?.limits).toEqual({ lifetime: { amount: 0, currency: 'GBP' } });
    expect(world().cardOrders.get(id)?.address.country).toBe('GB');
  });

  it('once what Wise wants is done', async () => {
    const { id } = await made(kiosk);
    const setVerification = (status: string) =>
      ask('PUT', `/_emulator/card-orders/${id}/requirements`, {
        body: { requirements: [{ type: 'VERIFICATION', status }] },
      });
    await setVerification('NEEDS_ACTION');
    await advance(60);
    expect((await read(id)).status).toBe('PLACED');
    await setVerification('COMPLETED');
    await advance(4);
    expect((await read(id)).status).toBe('CARD_DETAILS_CREATED');
  });

  it('and stays where the setting says so', async () => {
    await set({ orderStepMs: null });
    const { id } = await made(kiosk);
    await advance(3600);
    expect((await read(id)).status).toBe('PLACED');
  });

  it('is completed when its card is activated, and tells of each status once', async () => {
    const subscribed = await ask('POST', '/v3/applications/demo-client/subscriptions', {
      token: await clientToken(),
      body: {
        name: 'orders',
        trigger_on: 'cards#card-order-status-change',
        delivery: { version: '2.0.0', url: 'https://console.example.com/hook' },
      },
    });
    expect(subscribed.status).toBe(200);
    const { id } = await made({ ...physical, deliveryOption: 'POSTAL_SERVICE_WITH_TRACKING' });
    await advance(6);
    const { cardToken } = await read(id);
    await askAsBusiness('PUT', `/v3/spend/profiles/${business}/cards/${cardToken}/status`, {
      body: { status: 'ACTIVE' },
    });
    expect((await read(id)).status).toBe('COMPLETED');
    const events = (await told()).map((body) => cardOrderStatusChange.parse(JSON.parse(body)).data);
    expect(events.map(({ order_status, resource }) => [order_status, resource.card_token])).toEqual([
      ['PLACED', null],
      ['REQUIREMENTS_FULFILLED', null],
      ['CARD_DETAILS_CREATED', cardToken],
      ['PRODUCED', cardToken],
      ['COMPLETED', cardToken],
    ]);
    expect(events[0]).toMatchObject({ order_id: id, delivery_vendor: 'DHL' });
    expect(events[0]?.occurred_at).toMatch(/T\d\d:\d\d:\d\dZ$/);
  });
});
