import { describe, expect, it } from 'vitest';
import { demoCards } from '../seeds/demo-cards.ts';
import { unprintedCards } from '../seeds/demo-productions.ts';
import { type Card, preparePrintDesk } from './test-support/print-desk.ts';

const { advance, ask, askAsUser, makeCard, orderStatus, pathOf, read, send, setKiosk, world } =
  preparePrintDesk();

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
    const inQuarter = await askAsUser('GET', pathOf(unprintedCards.ready, '/2026Q3'));
    expect(inQuarter.body).toEqual(ready);
  });

  it('answers 404 for a card that came by post, one that is not ready yet, and another user’s', async () => {
    const status = async (card: Card) => (await askAsUser('GET', pathOf(card))).status;
    expect(await status(demoCards.blocked)).toBe(404);
    expect(await status({ ...demoCards.old, profileId: 30000001 })).toBe(404);
    expect(await status(await makeCard({ isReady: false }))).toBe(404);
  });

  it('the demo data has two ACTIVE physical cards that are not printed', () => {
    const { cards, productions } = world();
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
    await askAsUser('PUT', `/v3/spend/profiles/${card.profileId}/cards/${card.token}/status`, {
      status: 'ACTIVE',
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
        await ask('PUT', `/_emulator/cards/${card.token}/status`, { body: { status: 'BLOCKED' } });
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
    await ask('POST', '/_emulator/settings', { body: { kioskStepMs: null } });
    const card = await makeCard();
    await send(card);
    await advance(3600);
    expect((await read(card)).status).toBe('IN_PROGRESS');
  });

  it('needs a kiosk’s id, and answers 404 for a card that came by post', async () => {
    const without = await askAsUser('PUT', pathOf(unprintedCards.ready), {});
    expect(without.status).toBe(400);
    expect((await send(demoCards.blocked)).status).toBe(404);
  });
});
