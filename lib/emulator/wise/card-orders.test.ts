import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { cardOrderStatusChange } from '../../contracts/wise/card-events.ts';
import { availabilityReply, cardOrder } from '../../contracts/wise/card-orders.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const business = 30000001;
/** A person in Britain with a user of their own. */
const person = { profileId: 30000121, userId: 20000121 };

let wise: TestEmulator;
let token: string;
let personToken: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
  personToken = await wise.userToken(person.userId);
});

const address = { firstLine: '5 Park Row', city: 'Leeds', postCode: 'LS1 5HD', country: 'GB' };
const physical = {
  program: 'VISA_DEBIT_BUSINESS_UK_1',
  cardHolderName: 'Ottoline Grahame',
  embossedName: 'O GRAHAME',
  phoneNumber: '+447700900123',
  address,
};
const kiosk = { ...physical, deliveryOption: 'KIOSK_COLLECTION' };
const virtual = { program: 'VISA_DEBIT_CONSUMER_UK_VIRTUAL_1', cardHolderName: 'Ottoline Grahame' };
const consumer = { ...kiosk, program: 'VISA_DEBIT_CONSUMER_UK_1' };

const base = (profileId: number) => `/v3/spend/profiles/${profileId}/card-orders`;
const place = (body: object, key: string | null = randomUUID()) =>
  wise.ask('POST', base(business), { token, body, ...(key && { headers: { 'X-idempotence-uuid': key } }) });
const placeAsPerson = (body: object) =>
  wise.ask('POST', base(person.profileId), {
    token: personToken,
    body,
    headers: { 'X-idempotence-uuid': randomUUID() },
  });
const made = async (body: object) => cardOrder.parse((await place(body)).body);
const read = async (id: string) =>
  cardOrder.parse((await wise.ask('GET', `${base(business)}/${id}`, { token })).body);
const cancel = (id: string, status = 'CANCELLED') =>
  wise.ask('PUT', `${base(business)}/${id}/status`, { token, body: { status } });
const advance = (advanceSeconds: number) =>
  wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds } });
const set = (body: object) => wise.ask('POST', '/_emulator/settings', { body });
const giveStatus = (id: string, status: string) =>
  wise.ask('PUT', `/_emulator/card-orders/${id}/status`, { body: { status } });
const cardOf = async (id: string) => wise.emulator.world.cards.get((await read(id)).cardToken ?? '');
const codeOf = ({ body }: { body: unknown }) => Object(body).errors[0].code;
const fieldsOf = ({ body }: { body: unknown }) =>
  Object(body).errors.map(({ path }: { path: string }) => path);

describe('POST card-orders', () => {
  it('answers the order as Wise prints it', async () => {
    const reply = await place(kiosk);
    expect([reply.status, reply.body]).toEqual([
      200,
      {
        id: expect.any(Number),
        profileId: business,
        clientId: 'demo-client',
        cardProgram: {
          name: 'VISA_DEBIT_BUSINESS_UK_1',
          scheme: 'VISA',
          defaultCurrency: 'GBP',
          cardType: 'PHYSICAL',
        },
        address: { ...address, secondLine: null, thirdLine: null, state: null },
        cardToken: null,
        replacesCard: null,
        creationTime: expect.any(String),
        modificationTime: expect.any(String),
        status: 'PLACED',
        cardHolderName: 'Ottoline Grahame',
        phoneNumber: '+447700900123',
        lifetimeLimit: null,
        deliveryEstimate: expect.any(String),
        deliveryDetails: {
          deliveryOption: 'KIOSK_COLLECTION',
          deliveryVendor: null,
          trackingUrl: null,
          trackingNumber: null,
        },
      },
    ]);
  });

  it('the same key is the same order, another key or profile another', async () => {
    const key = randomUUID();
    const first = await place(kiosk, key);
    await advance(2);
    const again = await place(kiosk, key.toUpperCase());
    expect(Object(again.body)).toMatchObject({ id: Object(first.body).id, status: 'REQUIREMENTS_FULFILLED' });
    expect(Object((await place(kiosk)).body).id).not.toBe(Object(first.body).id);
    const elsewhere = await wise.ask('POST', base(30000002), {
      token,
      body: { ...kiosk, program: 'MASTERCARD_DEBIT_BUSINESS_EEA_1' },
      headers: { 'X-idempotence-uuid': key },
    });
    expect([elsewhere.status, Object(elsewhere.body).id === Object(first.body).id]).toEqual([200, false]);
  });

  it('needs a key', async () => {
    for (const key of [null, 'abc']) expect((await place(kiosk, key)).status).toBe(400);
  });

  it('of somebody else’s profile answers 404', async () => {
    const reply = await wise.ask('POST', base(person.profileId), {
      token,
      body: consumer,
      headers: { 'X-idempotence-uuid': randomUUID() },
    });
    expect(reply.status).toBe((await wise.ask('GET', base(person.profileId), { token })).status);
  });

  it.each([
    [{ ...kiosk, embossedName: '' }, 400, ['embossedName']],
    [{ ...kiosk, embossedName: 'X'.repeat(23) }, 400, ['embossedName']],
    [{ ...kiosk, phoneNumber: '07700900123' }, 400, ['phoneNumber']],
    [{ ...kiosk, deliveryOption: 'PIGEON' }, 400, ['deliveryOption']],
    [{ ...kiosk, program: 'VISA_DEBIT_BUSINESS_US_1' }, 422, ['program']],
    [{ ...kiosk, address: undefined }, 422, ['address']],
    [
      { ...kiosk, address: { ...address, city: ' ', postCode: 'x' } },
      422,
      ['address.city', 'address.postCode'],
    ],
    [{ ...kiosk, program: 'VISA_DEBIT_BUSINESS_UK_VIRTUAL_1' }, 422, ['embossedName', 'deliveryOption']],
    [{ ...kiosk, cardHolderProfileId: 30000002 }, 422, ['cardHolderProfileId']],
    [
      { ...kiosk, replacementDetails: { cardToken: 'nothing', reason: 'CARD_DAMAGED' } },
      422,
      ['replacementDetails.cardToken'],
    ],
  ])('refuses %j with %i of %j', async (body, status, fields) => {
    const reply = await place(body);
    expect([reply.status, fieldsOf(reply)]).toEqual([status, fields]);
  });

  it('takes a name of 22 characters, and a person as the holder of a business card', async () => {
    const body = { ...kiosk, embossedName: 'X'.repeat(22), cardHolderProfileId: person.profileId };
    expect((await place(body)).status).toBe(200);
    const asPerson = await placeAsPerson({ ...consumer, cardHolderProfileId: 30000104 });
    expect([asPerson.status, fieldsOf(asPerson)]).toEqual([422, ['cardHolderProfileId']]);
  });
});

describe('limits of a personal profile', () => {
  const held = () =>
    wise.emulator.world.cards
      .slice(person.profileId)
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
      await wise.ask('PUT', `/_emulator/cards/${cardToken}/status`, { body: { status: 'BLOCKED' } });
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
    personToken = await wise.userToken(person.userId);
    expect((await placeAsPerson(virtual)).status).toBe(200);
  });

  it('availability names only what may be ordered', async () => {
    const names = async () => {
      const { body } = await wise.ask('GET', `${base(person.profileId)}/availability`, {
        token: personToken,
      });
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
    const { productions } = wise.emulator.world;
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
    expect(wise.emulator.world.productions.get((await read(id)).cardToken ?? '')).toBeUndefined();
  });

  it('to a virtual card, which is produced nowhere, at the profile’s address', async () => {
    const program = 'VISA_DEBIT_BUSINESS_UK_VIRTUAL_1';
    const { id } = await made({ program, cardHolderName: 'Ottoline Grahame', lifetimeLimit: 0 });
    await advance(60);
    expect(await read(id)).toMatchObject({ status: 'CARD_DETAILS_CREATED', deliveryDetails: null });
    const card = await cardOf(id);
    expect(card?.spendingPermissions).toHaveLength(3);
    expect(card?.limits).toEqual({ lifetime: { amount: 0, currency: 'GBP' } });
    expect(wise.emulator.world.cardOrders.get(id)?.address.country).toBe('GB');
  });

  it('once what Wise wants is done', async () => {
    const { id } = await made(kiosk);
    const setVerification = (status: string) =>
      wise.ask('PUT', `/_emulator/card-orders/${id}/requirements`, {
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
    const subscribed = await wise.ask('POST', '/v3/applications/demo-client/subscriptions', {
      token: await wise.clientToken(),
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
    await wise.ask('PUT', `/v3/spend/profiles/${business}/cards/${cardToken}/status`, {
      token,
      body: { status: 'ACTIVE' },
    });
    expect((await read(id)).status).toBe('COMPLETED');
    await wise.emulator.webhooks.settle();
    const events = wise.sent.map(({ body }) => cardOrderStatusChange.parse(JSON.parse(body)).data);
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

describe('PUT card-orders status', () => {
  it('is accepted and done a moment later; an order without a card has nothing to block', async () => {
    const { id } = await made(kiosk);
    const reply = await cancel(id);
    expect([reply.status, reply.body]).toEqual([202, '']);
    expect((await read(id)).status).toBe('PLACED');
    expect((await cancel(id)).status).toBe(202);
    await advance(1);
    expect(await read(id)).toMatchObject({ status: 'CANCELLED', cardToken: null });
    await advance(60);
    expect((await read(id)).status).toBe('CANCELLED');
  });

  it.each(['CARD_DETAILS_CREATED', 'PRODUCED'])('of one that is %s blocks the card', async (status) => {
    const { id } = await made(kiosk);
    await advance(5);
    await giveStatus(id, status);
    expect((await cancel(id)).status).toBe(202);
    await advance(1);
    expect([(await read(id)).status, (await cardOf(id))?.status]).toEqual(['CANCELLED', 'BLOCKED']);
  });

  it.each(['COMPLETED', 'RETURNED', 'CANCELLED'])('of one that is %s is refused', async (status) => {
    const { id } = await made(kiosk);
    await giveStatus(id, status);
    const reply = await cancel(id);
    expect([reply.status, codeOf(reply)]).toEqual([422, 'card.order.status.transition.not.allowed']);
  });

  it('takes no other status', async () => {
    const { id } = await made(kiosk);
    expect((await cancel(id, 'COMPLETED')).status).toBe(422);
    expect((await cancel(id, 'PRODUCED')).status).toBe(400);
    expect((await cancel('1')).status).toBe(404);
  });

  it('an order that came back has its card blocked', async () => {
    const { id } = await made(physical);
    await advance(6);
    await giveStatus(id, 'RETURNED');
    expect((await cardOf(id))?.status).toBe('BLOCKED');
  });
});

describe('POST address/validate', () => {
  it('answers 200 with what is wrong', async () => {
    const check = async (body: object) => wise.ask('POST', '/v3/spend/address/validate', { token, body });
    expect((await check(address)).body).toEqual({ errors: [] });
    const faulty = await check({ ...address, city: '', postCode: 'x' });
    expect([faulty.status, faulty.body]).toEqual([
      200,
      {
        errors: [
          { field: 'city', message: 'Required Field' },
          { field: 'postCode', message: 'Please enter a valid postcode' },
        ],
      },
    ]);
  });
});
