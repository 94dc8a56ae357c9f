import { beforeEach, describe, expect, it } from 'vitest';
import { productionStatus } from '../../contracts/wise/card-production.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { unprintedCards } from '../seeds/demo-productions.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

const read = (card: { profileId: number; token: string }, prefix = '/v3') =>
  wise.ask('GET', `${prefix}/spend/profiles/${card.profileId}/cards/${card.token}/production`, { token });
const give = (card: { token: string }, body: object) =>
  wise.ask('PUT', `/_emulator/cards/${card.token}/production`, { body });

describe('GET production', () => {
  it('tells of a card that is printed, of one that waits, and the same under a calendar prefix', async () => {
    const printed = productionStatus.parse((await read(demoCards.active)).body);
    expect(printed).toMatchObject({ status: 'PRODUCED', kioskId: 'WIS00003', errorCode: null });
    const ready = await read(unprintedCards.ready);
    expect(productionStatus.parse(ready.body)).toEqual({
      status: 'READY',
      kioskId: null,
      occurredAt: expect.any(String),
      errorCode: null,
      description: 'Card ready for production',
    });
    expect((await read(unprintedCards.ready, '/2026Q3')).body).toEqual(ready.body);
  });

  it('answers 404 for a card that came by post, and for another user’s', async () => {
    expect((await read(demoCards.blocked)).status).toBe(404);
    expect((await read({ ...demoCards.old, profileId: 30000001 })).status).toBe(404);
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

describe('PUT production, as done by Wise itself', () => {
  it('moves it, keeps the kiosk, and makes a card one that is collected there', async () => {
    await give(demoCards.old, { status: 'PRODUCTION_ERROR', errorCode: 'PRD_FEEDER_JAM' });
    const { body } = await wise.ask('GET', '/_emulator/state/productions');
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          cardToken: demoCards.old.token,
          status: 'PRODUCTION_ERROR',
          kioskId: 'WIS00002',
          errorCode: 'PRD_FEEDER_JAM',
        }),
      ]),
    });
    await give(demoCards.blocked, { status: 'IN_PROGRESS' });
    expect(productionStatus.parse((await read(demoCards.blocked)).body).status).toBe('IN_PROGRESS');
    expect((await give(demoCards.blocked, { status: 'in progress' })).status).toBe(400);
  });
});
