import { describe, expect, it } from 'vitest';
import { productionCodes, requestCodes } from '../issuing/production-codes.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { preparePrintDesk } from './test-support/print-desk.ts';

const { advance, ask, give, makeCard, orderStatus, read, send, simulate, world } = preparePrintDesk();

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

describe('control', () => {
  it('makes any card one that is collected at a kiosk', async () => {
    await give(demoCards.blocked, { status: 'IN_PROGRESS' });
    expect((await read(demoCards.blocked)).status).toBe('IN_PROGRESS');
    expect((await give(demoCards.blocked, { status: 'in progress' })).status).toBe(400);
  });

  it('makes a new card with its order, of any age', async () => {
    const card = await makeCard({ cardHolderName: 'Ottoline Grahame', ageDays: 46 });
    const { cardOrders, cards, clock } = world();
    expect(cards.get(card.token)).toMatchObject({ status: 'INACTIVE', cardHolderName: 'Ottoline Grahame' });
    const ageMs = clock.now() - Date.parse(cards.get(card.token)?.creationTime ?? '');
    expect(Math.round(ageMs / 86_400_000)).toBe(46);
    expect(cardOrders.get(card.orderId)).toMatchObject({
      status: 'CARD_DETAILS_CREATED',
      cardToken: card.token,
      deliveryOption: 'KIOSK_COLLECTION',
    });
    expect((await ask('POST', '/_emulator/kiosk-cards', { body: { profileId: 1 } })).status).toBe(404);
  });

  it('moves an order and its requirements', async () => {
    const { orderId } = await makeCard();
    const put = (what: string, body: object) =>
      ask('PUT', `/_emulator/card-orders/${orderId}/${what}`, { body });
    await put('status', { status: 'RETURNED' });
    expect(orderStatus(orderId)).toBe('RETURNED');
    const reply = await put('requirements', { requirements: [{ type: 'ADDRESS', status: 'FAILED' }] });
    expect(Object(reply.body).requirements).toContainEqual({ type: 'ADDRESS', status: 'FAILED' });
    expect(Object(reply.body).requirements).toHaveLength(3);
    expect((await ask('PUT', '/_emulator/card-orders/1/status', { body: { status: 'X' } })).status).toBe(404);
  });
});

describe('the codes', () => {
  it('are the 22 of requests and the 36 of prints', () => {
    expect(Object.keys(requestCodes)).toHaveLength(22);
    expect(Object.keys(productionCodes)).toHaveLength(36);
  });
});
