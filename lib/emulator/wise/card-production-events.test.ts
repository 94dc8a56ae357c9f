import { describe, expect, it } from 'vitest';
import { cardOrderStatusChange, cardProductionStatusChange } from '../../contracts/wise/card-events.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { preparePrintDesk } from './test-support/print-desk.ts';

const { advance, ask, clientToken, give, makeCard, send, setKiosk, subscribe, told, world } =
  preparePrintDesk();

describe('cards#card-production-status-change', () => {
  it('names the attempt in each event, in milliseconds and in whole seconds', async () => {
    const type = 'cards#card-production-status-change';
    await subscribe(type);
    await subscribe(type, '2.0.0');
    await setKiosk('WIS00004', { failWith: { code: 'PRT_PAUSED', times: 1 } });
    const card = await makeCard();
    const sent = await send(card, 'WIS00004');
    await advance(8);
    const events = (await told()).map((event) => cardProductionStatusChange.parse(event));
    const recent = events.filter(({ schema_version }) => schema_version === '4.0.0');
    expect(recent.map(({ data }) => [data.status, data.kiosk_id, data.error_code, data.description])).toEqual(
      [
        ['READY', null, null, 'Card ready for production'],
        ['IN_PROGRESS', 'WIS00004', null, null],
        ['PRODUCTION_ERROR', 'WIS00004', 'PRT_PAUSED', 'Printer: paused'],
      ],
    );
    const attempt = Object(sent.body).occurredAt;
    expect(recent.map(({ data }) => data.occurred_at).slice(1)).toEqual([attempt, attempt]);
    const old = events.filter(({ schema_version }) => schema_version === '2.0.0');
    expect(old).toHaveLength(3);
    for (const { data } of old) expect(data.occurred_at).toMatch(/T\d\d:\d\d:\d\dZ$/);
  });

  it('is sent when control moves a card, unless it is to be kept silent', async () => {
    await subscribe('cards#card-production-status-change');
    await give(demoCards.old, { status: 'IN_PROGRESS', kioskId: 'WIS00005' });
    await give(demoCards.old, { status: 'PRODUCTION_ERROR', errorCode: 'A_NEW_CODE' });
    await give(demoCards.old, { status: 'READY', notify: false });
    const events = (await told()).map((event) => cardProductionStatusChange.parse(event).data);
    expect(events.map(({ error_code, kiosk_id, status }) => [status, kiosk_id, error_code])).toEqual([
      ['IN_PROGRESS', 'WIS00005', null],
      ['PRODUCTION_ERROR', 'WIS00005', 'A_NEW_CODE'],
    ]);
    expect(events[0]?.occurred_at).toBe(events[1]?.occurred_at);
    expect(world().productions.get(demoCards.old.token)?.status).toBe('READY');
  });

  it('a test notification has its form', async () => {
    await subscribe('cards#card-production-status-change');
    const [subscription] = world().subscriptions.all();
    await ask('POST', `/v3/applications/demo-client/subscriptions/${subscription?.id}/test-notifications`, {
      token: await clientToken(),
    });
    const [event] = await told();
    expect(cardProductionStatusChange.parse(event).data.resource.profile_id).toBe('0');
  });
});

describe('cards#card-order-status-change', () => {
  it('has the order’s id as text with an L, read as the number it is', async () => {
    await subscribe('cards#card-order-status-change');
    const card = await makeCard();
    await send(card);
    await advance(9);
    const events = await told();
    expect(events.map(({ data }) => data.order_id)).toEqual([`${card.orderId}L`, `${card.orderId}L`]);
    expect(
      events.map((event) => {
        const { order_id, order_status, resource } = cardOrderStatusChange.parse(event).data;
        return [order_id, order_status, resource.card_token];
      }),
    ).toEqual([
      [String(card.orderId), 'CARD_DETAILS_CREATED', card.token],
      [String(card.orderId), 'PRODUCED', card.token],
    ]);
    const [event] = events;
    for (const id of [card.orderId, String(card.orderId)]) {
      const plain = { ...event, data: { ...event.data, order_id: id } };
      expect(cardOrderStatusChange.parse(plain).data.order_id).toBe(String(card.orderId));
    }
  });
});
