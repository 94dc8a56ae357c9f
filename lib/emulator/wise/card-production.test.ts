import { beforeEach, describe, expect, it } from 'vitest';
import { cardOrderStatusChange, cardProductionStatusChange } from '../../contracts/wise/card-events.ts';
import { productionStatus } from '../../contracts/wise/card-production.ts';
import { productionCodes, requestCodes } from '../issuing/production-codes.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { unprintedCards } from '../seeds/demo-productions.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

interface Card {
  profileId: number;
  token: string;
}
const pathOf = (card: Card, prefix = '/v3') =>
  `${prefix}/spend/profiles/${card.profileId}/cards/${card.token}/production`;
const read = async (card: Card) =>
  productionStatus.parse((await wise.ask('GET', pathOf(card), { token })).body);
const send = (card: Card, kioskId = 'WIS00001', prefix = '/v3') =>
  wise.ask('PUT', pathOf(card, prefix), { token, body: { kioskId } });
const simulate = (card: Card, body: object) =>
  wise.ask('POST', pathOf(card, '/v1/simulation'), { token, body });
const give = (card: { token: string }, body: object) =>
  wise.ask('PUT', `/_emulator/cards/${card.token}/production`, { body });
const setKiosk = (id: string, body: object) => wise.ask('PUT', `/_emulator/kiosks/${id}`, { body });
const advance = (advanceSeconds: number) =>
  wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds } });
const makeCard = async (body: object = {}): Promise<Card & { orderId: number }> => {
  const reply = await wise.ask('POST', '/_emulator/kiosk-cards', { body: { profileId: 30000001, ...body } });
  expect(reply.status).toBe(200);
  const made = Object(reply.body);
  return { profileId: 30000001, token: String(made.token), orderId: Number(made.orderId) };
};
const orderStatus = (id: number) => wise.emulator.world.cardOrders.get(id)?.status;
const subscribe = async (trigger_on: string, version = '4.0.0') =>
  wise.ask('POST', '/v3/applications/demo-client/subscriptions', {
    token: await wise.clientToken(),
    body: { name: version, trigger_on, delivery: { version, url: 'https://console.example.com/hook' } },
  });
const told = async () => {
  await wise.emulator.webhooks.settle();
  return wise.sent.map(({ body }) => JSON.parse(body));
};

describe('GET production', () => {
  it('tells of a card that is printed, of one that waits, and the same under a calendar prefix', async () => {
    expect(await read(demoCards.active)).toMatchObject({
      status: 'PRODUCED',
      kioskId: 'WIS00003',
      errorCode: null,
    });
    const ready = await read(unprintedCards.ready);
    expect(ready).toEqual({
      status: 'READY',
      kioskId: null,
      occurredAt: expect.any(String),
      errorCode: null,
      description: 'Card ready for production',
    });
    const inQuarter = await wise.ask('GET', pathOf(unprintedCards.ready, '/2026Q3'), { token });
    expect(inQuarter.body).toEqual(ready);
  });

  it('answers 404 for a card that came by post, one that is not ready yet, and another user’s', async () => {
    const status = async (card: Card) => (await wise.ask('GET', pathOf(card), { token })).status;
    expect(await status(demoCards.blocked)).toBe(404);
    expect(await status({ ...demoCards.old, profileId: 30000001 })).toBe(404);
    expect(await status(await makeCard({ isReady: false }))).toBe(404);
  });

  it('the demo data has two ACTIVE physical cards that are not printed', () => {
    const { cards, productions } = wise.emulator.world;
    for (const card of Object.values(unprintedCards)) {
      expect(cards.get(card.token)).toMatchObject({
        profileId: card.profileId,
        status: 'ACTIVE',
        cardProgram: { cardType: 'PHYSICAL' },
      });
      expect(productions.get(card.token)?.status).not.toBe('PRODUCED');
    }
  });
});

describe('PUT production', () => {
  it('prints by the clock, its order follows a moment later, and activation completes it', async () => {
    const card = await makeCard();
    const sent = await send(card);
    expect([sent.status, Object.keys(Object(sent.body))]).toEqual([200, ['status', 'kioskId', 'occurredAt']]);
    expect(sent.body).toMatchObject({ status: 'IN_PROGRESS', kioskId: 'WIS00001' });
    await advance(7.9);
    expect((await read(card)).status).toBe('IN_PROGRESS');
    await advance(0.1);
    expect(await read(card)).toMatchObject({
      status: 'PRODUCED',
      occurredAt: Object(sent.body).occurredAt,
      errorCode: null,
    });
    expect(orderStatus(card.orderId)).toBe('CARD_DETAILS_CREATED');
    await advance(1);
    expect(orderStatus(card.orderId)).toBe('PRODUCED');
    await wise.ask('PUT', `/v3/spend/profiles/${card.profileId}/cards/${card.token}/status`, {
      token,
      body: { status: 'ACTIVE' },
    });
    expect(orderStatus(card.orderId)).toBe('COMPLETED');
  });

  it('ends with the kiosk’s fault, and can be sent again as another attempt', async () => {
    await setKiosk('WIS00002', { stepMs: 2000, failWith: { code: 'PRT_RIBBON_ENDED', times: 1 } });
    const card = await makeCard();
    const first = await send(card, 'WIS00002', '/2026Q3');
    await advance(2);
    expect(await read(card)).toMatchObject({ status: 'PRODUCTION_ERROR', errorCode: 'PRT_RIBBON_ENDED' });
    const again = await send(card, 'WIS00002');
    expect(Object(again.body).occurredAt > Object(first.body).occurredAt).toBe(true);
    await advance(2);
    expect((await read(card)).status).toBe('PRODUCED');
  });

  it('a fault without a number of jobs stays until it is taken away', async () => {
    await setKiosk('WIS00002', { stepMs: 0, failWith: 'PRD_FEEDER_JAM' });
    const card = await makeCard();
    for (const _ of [1, 2]) {
      await send(card, 'WIS00002');
      expect((await read(card)).status).toBe('PRODUCTION_ERROR');
    }
    await setKiosk('WIS00002', { failWith: null });
    await send(card, 'WIS00002');
    expect((await read(card)).status).toBe('PRODUCED');
  });

  it.each([
    ['a kiosk nobody knows', 'KIOSK_ID_NOT_FOUND', async () => send(await makeCard(), 'WIS99999')],
    [
      'a card that prints already',
      'REQUEST_ALREADY_EXISTS',
      async () => {
        const card = await makeCard();
        await send(card);
        return send(card, 'WIS00002');
      },
    ],
    ['a card that is printed', 'PAN_ALREADY_EXISTS', () => send(demoCards.active)],
    ['a card of 61 days', 'EMPTY_OR_NULL_FIELD_VALUE', async () => send(await makeCard({ ageDays: 61 }))],
    [
      'a blocked card',
      'INVALID_FIELD_VALUE',
      async () => {
        const card = await makeCard();
        await wise.ask('PUT', `/_emulator/cards/${card.token}/status`, { body: { status: 'BLOCKED' } });
        return send(card);
      },
    ],
    [
      'what the kiosk refuses with',
      'PIN_VERIFICATION_FAILED',
      async () => {
        await setKiosk('WIS00001', { rejectWith: { code: 'PIN_VERIFICATION_FAILED', times: 1 } });
        return send(await makeCard());
      },
    ],
  ])('answers %s with 422 and %s', async (_, errorCode, act) => {
    const reply = await act();
    expect([reply.status, reply.body]).toEqual([
      422,
      {
        status: 'REQUEST_ERROR',
        kioskId: expect.any(String),
        occurredAt: expect.any(String),
        errorCode,
        description: expect.any(String),
      },
    ]);
  });

  it('a card of 59 days is printed, and a refusal leaves it as it was', async () => {
    await setKiosk('WIS00001', { rejectWith: { code: 'UNABLE_TO_ACCEPT_REQUEST', times: 1 } });
    const card = await makeCard({ ageDays: 59 });
    const before = await read(card);
    expect((await send(card)).status).toBe(422);
    expect(await read(card)).toEqual(before);
    expect((await send(card)).status).toBe(200);
  });

  it('what was created and not started waits, takes no second request, and begins by itself as the same attempt', async () => {
    await setKiosk('WIS00001', { rejectWith: { code: 'REQUEST_CREATED_BUT_NOT_STARTED', times: 1 } });
    const card = await makeCard();
    const refused = await send(card);
    expect(refused.body).toMatchObject({ errorCode: 'REQUEST_CREATED_BUT_NOT_STARTED' });
    expect(await read(card)).toEqual(refused.body);
    expect((await send(card, 'WIS00002')).body).toMatchObject({ errorCode: 'REQUEST_ALREADY_EXISTS' });
    await advance(600);
    expect((await read(card)).status).toBe('REQUEST_ERROR');
    await setKiosk('WIS00001', { rejectWith: null });
    expect(await read(card)).toMatchObject({
      status: 'IN_PROGRESS',
      occurredAt: Object(refused.body).occurredAt,
    });
    await advance(8);
    expect((await read(card)).status).toBe('PRODUCED');
  });

  it('does not move by itself where the setting says so', async () => {
    await wise.ask('POST', '/_emulator/settings', { body: { kioskStepMs: null } });
    const card = await makeCard();
    await send(card);
    await advance(3600);
    expect((await read(card)).status).toBe('IN_PROGRESS');
  });

  it('needs a kiosk’s id, and answers 404 for a card that came by post', async () => {
    const without = await wise.ask('PUT', pathOf(unprintedCards.ready), { token, body: {} });
    expect(without.status).toBe(400);
    expect((await send(demoCards.blocked)).status).toBe(404);
  });
});

describe('simulated production', () => {
  it('ends a print that is under way', async () => {
    const card = await makeCard();
    await send(card);
    expect((await simulate(card, { status: 'PRODUCED' })).status).toBe(200);
    expect((await read(card)).status).toBe('PRODUCED');
    await advance(60);
    expect((await read(card)).status).toBe('PRODUCED');
  });

  it('fails it with the code that is named, and with the one for the unknown', async () => {
    const card = await makeCard();
    await send(card);
    await simulate(card, { status: 'PRODUCTION_ERROR', errorCode: 'PRT_NOT_REACHABLE' });
    expect(await read(card)).toMatchObject({ status: 'PRODUCTION_ERROR', errorCode: 'PRT_NOT_REACHABLE' });
    await send(card);
    await simulate(card, { status: 'PRODUCTION_ERROR' });
    expect(await read(card)).toMatchObject({ errorCode: 'UNKNOWN_ERROR' });
  });

  it.each([
    [{ status: 'READY' }, 400],
    [{ status: 'PRODUCED', errorCode: 'PRT_NOT_REACHABLE' }, 400],
    [{ status: 'PRODUCTION_ERROR', errorCode: 'PRT_ON_FIRE' }, 400],
    [{ status: 'PRODUCED' }, 422],
  ])('refuses %j for a card that was not sent with %i', async (body, status) => {
    expect((await simulate(await makeCard(), body)).status).toBe(status);
  });
});

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
    expect(wise.emulator.world.productions.get(demoCards.old.token)?.status).toBe('READY');
  });

  it('a test notification has its form', async () => {
    await subscribe('cards#card-production-status-change');
    const [subscription] = wise.emulator.world.subscriptions.all();
    await wise.ask(
      'POST',
      `/v3/applications/demo-client/subscriptions/${subscription?.id}/test-notifications`,
      { token: await wise.clientToken() },
    );
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

describe('the codes', () => {
  it('are the 22 of requests and the 36 of prints', () => {
    expect(Object.keys(requestCodes)).toHaveLength(22);
    expect(Object.keys(productionCodes)).toHaveLength(36);
  });
});

describe('control', () => {
  it('makes any card one that is collected at a kiosk', async () => {
    await give(demoCards.blocked, { status: 'IN_PROGRESS' });
    expect((await read(demoCards.blocked)).status).toBe('IN_PROGRESS');
    expect((await give(demoCards.blocked, { status: 'in progress' })).status).toBe(400);
  });

  it('makes a new card with its order, of any age', async () => {
    const card = await makeCard({ cardHolderName: 'Ottoline Grahame', ageDays: 46 });
    const { cardOrders, cards, clock } = wise.emulator.world;
    expect(cards.get(card.token)).toMatchObject({ status: 'INACTIVE', cardHolderName: 'Ottoline Grahame' });
    const ageMs = clock.now() - Date.parse(cards.get(card.token)?.creationTime ?? '');
    expect(Math.round(ageMs / 86_400_000)).toBe(46);
    expect(cardOrders.get(card.orderId)).toMatchObject({
      status: 'CARD_DETAILS_CREATED',
      cardToken: card.token,
      deliveryOption: 'KIOSK_COLLECTION',
    });
    expect((await wise.ask('POST', '/_emulator/kiosk-cards', { body: { profileId: 1 } })).status).toBe(404);
  });

  it('moves an order and its requirements', async () => {
    const { orderId } = await makeCard();
    const put = (what: string, body: object) =>
      wise.ask('PUT', `/_emulator/card-orders/${orderId}/${what}`, { body });
    await put('status', { status: 'RETURNED' });
    expect(orderStatus(orderId)).toBe('RETURNED');
    const reply = await put('requirements', { requirements: [{ type: 'ADDRESS', status: 'FAILED' }] });
    expect(Object(reply.body).requirements).toContainEqual({ type: 'ADDRESS', status: 'FAILED' });
    expect(Object(reply.body).requirements).toHaveLength(3);
    expect((await wise.ask('PUT', '/_emulator/card-orders/1/status', { body: { status: 'X' } })).status).toBe(
      404,
    );
  });
});
