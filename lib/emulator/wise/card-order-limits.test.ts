import { describe, expect, it } from 'vitest';
import { availabilityReply, cardOrder } from '../../contracts/wise/card-orders.ts';
import {
  base,
  codeOf,
  consumer,
  kiosk,
  person,
  prepareOrderDesk,
  virtual,
} from './test-support/order-desk.ts';

const { advance, ask, askAsPerson, giveStatus, place, placeAsPerson, set, signInPerson, world } =
  prepareOrderDesk();

describe('limits of a personal profile', () => {
  const held = () =>
    world()
      .cards.slice(person.profileId)
      .filter(({ cardProgram, status }) => cardProgram.cardType === 'PHYSICAL' && status !== 'BLOCKED');

  it('one physical card more is refused, unless it replaces one or the other is blocked', async () => {
    await set({ cardLimits: { physical: held().length } });
    const refused = await placeAsPerson(consumer);
    expect([refused.status, codeOf(refused)]).toEqual([422, 'card.limit.reached']);
    const [card] = held();
    const replacement = { cardToken: card?.token, reason: 'CARD_DAMAGED' };
    expect((await placeAsPerson({ ...consumer, replacementDetails: replacement })).status).toBe(200);
    expect((await placeAsPerson(consumer)).status).toBe(422);
    for (const { token: cardToken } of held().slice(0, 2))
      await ask('PUT', `/_emulator/cards/${cardToken}/status`, { body: { status: 'BLOCKED' } });
    expect((await placeAsPerson(consumer)).status).toBe(200);
  });

  it('an order that has no card yet counts until it is cancelled', async () => {
    await set({ cardLimits: { physical: held().length + 1 }, orderStepMs: null });
    const order = cardOrder.parse((await placeAsPerson(consumer)).body);
    expect((await placeAsPerson(consumer)).status).toBe(422);
    await giveStatus(order.id, 'CANCELLED');
    expect((await placeAsPerson(consumer)).status).toBe(200);
  });

  it('three virtual orders a day, and as many again on the next', async () => {
    await set({ orderStepMs: null });
    for (const _ of [1, 2, 3]) expect((await placeAsPerson(virtual)).status).toBe(200);
    const refused = await placeAsPerson(virtual);
    expect([refused.status, codeOf(refused)]).toEqual([422, 'card.order.daily.limit.reached']);
    await advance(86_400);
    await signInPerson();
    expect((await placeAsPerson(virtual)).status).toBe(200);
  });

  it('availability names only what may be ordered', async () => {
    const names = async () => {
      const { body } = await askAsPerson('GET', `${base(person.profileId)}/availability`);
      return availabilityReply.parse(body).cardPrograms.map(({ cardType, name }) => [name, cardType]);
    };
    expect(await names()).toEqual([
      ['VISA_DEBIT_CONSUMER_UK_1', 'PHYSICAL'],
      ['VISA_DEBIT_CONSUMER_UK_VIRTUAL_1', 'VIRTUAL_NON_UPGRADEABLE'],
    ]);
    await set({ cardLimits: { physical: 0 } });
    expect((await names()).map(([name]) => name)).toEqual(['VISA_DEBIT_CONSUMER_UK_VIRTUAL_1']);
    await set({ cardLimits: { virtual: 0 } });
    expect(await names()).toEqual([]);
  });

  it('a business has none', async () => {
    await set({ cardLimits: { physical: 0, virtual: 0, virtualPerDay: 0 } });
    expect((await place(kiosk)).status).toBe(200);
  });
});
