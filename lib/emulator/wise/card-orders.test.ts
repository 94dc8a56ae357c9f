import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  address,
  base,
  business,
  codeOf,
  consumer,
  fieldsOf,
  kiosk,
  person,
  physical,
  prepareOrderDesk,
} from './test-support/order-desk.ts';

const { advance, askAsBusiness, cancel, cardOf, giveStatus, made, place, placeAsPerson, read } =
  prepareOrderDesk();

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
    const elsewhere = await askAsBusiness('POST', base(30000002), {
      body: { ...kiosk, program: 'MASTERCARD_DEBIT_BUSINESS_EEA_1' },
      headers: { 'X-idempotence-uuid': key },
    });
    expect([elsewhere.status, Object(elsewhere.body).id === Object(first.body).id]).toEqual([200, false]);
  });

  it('needs a key', async () => {
    for (const key of [null, 'abc']) expect((await place(kiosk, key)).status).toBe(400);
  });

  it('of somebody else’s profile answers 404', async () => {
    const reply = await askAsBusiness('POST', base(person.profileId), {
      body: consumer,
      headers: { 'X-idempotence-uuid': randomUUID() },
    });
    expect(reply.status).toBe((await askAsBusiness('GET', base(person.profileId))).status);
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
    const check = async (body: object) => askAsBusiness('POST', '/v3/spend/address/validate', { body });
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
