import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import {
  cardOrder,
  cardOrderListReply,
  cardOrderRequirementsReply,
  presetPinReply,
} from '../../contracts/wise/card-orders.ts';
import { makeRequestJwe, type RequestJweParts } from '../card-data/test-support.ts';
import { keyAlgorithms } from '../card-data/unwrap-content-key.ts';
import { businessUser, startTestEmulator, type TestEmulator, testEncryptingKey } from '../test-support.ts';
import { digestOfPin } from './preset-pin.ts';

const orders = '/v3/spend/profiles/30000001/card-orders';
const presetPath = '/twcard-data/v1/sensitive-card-data/preset-pin';
const plaintext = JSON.stringify({ pin: '8350' }, null, 4);
let wise: TestEmulator;
let token: string;
beforeAll(() => testEncryptingKey.current(), 60_000);
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

const orderIn = (status: string, profileId = 30000001) => {
  const found = wise.emulator.world.cardOrders
    .slice(profileId)
    .find((order) => order.status === status && order.requirements.some(({ type }) => type === 'PIN'));
  if (!found) throw new Error(`the demo data has no order that is ${status}`);
  return found;
};
const preset = async (id: number | string, parts: RequestJweParts = {}, jwe?: string) => {
  const key = await testEncryptingKey.current();
  const encryptedPayload = jwe ?? makeRequestJwe(key, { algorithm: 'RSA-OAEP-256', plaintext, ...parts });
  const headers = { 'x-tw-twcard-order-id': String(id) };
  return wise.ask('POST', presetPath, { token, headers, body: { keyVersion: 1, encryptedPayload } });
};

it('GET card-orders: newest first, in pages, the same under a calendar prefix; another user’s are kept', async () => {
  const { body } = await wise.ask('GET', orders, { token });
  const { cardOrders, totalCount } = cardOrderListReply.parse(body);
  expect(cardOrders).toHaveLength(Math.min(10, totalCount));
  const times = cardOrders.map(({ creationTime }) => creationTime);
  expect(times).toEqual([...times].sort().reverse());
  expect((await wise.ask('GET', '/2026Q3/spend/profiles/30000001/card-orders', { token })).body).toEqual(
    body,
  );
  expect((await wise.ask('GET', `${orders}?pageSize=9`, { token })).status).toBe(400);
  expect((await wise.ask('GET', '/v3/spend/profiles/30000103/card-orders', { token })).status).toBe(403);
});

it('GET card-order and its requirements: an order tells no PIN, a card once there is one; a foreign one is 404', async () => {
  const { id } = orderIn('PLACED');
  const { body } = await wise.ask('GET', `${orders}/${id}`, { token });
  expect(cardOrder.parse(body)).toMatchObject({ id: String(id), status: 'PLACED', cardToken: null });
  expect(JSON.stringify(body)).not.toMatch(/pin/i);
  const requirements = await wise.ask('GET', `${orders}/${id}/requirements`, { token });
  expect(cardOrderRequirementsReply.parse(requirements.body).requirements).toContainEqual({
    type: 'PIN',
    status: 'NOT_INITIATED',
  });
  const made = orderIn('PRODUCED');
  expect(wise.emulator.world.cards.get(made.cardToken ?? '')?.profileId).toBe(30000001);
  for (const other of [orderIn('PLACED', 30000103).id, 1, 'x'])
    expect((await wise.ask('GET', `${orders}/${other}`, { token })).status).toBe(404);
});

it('the demo data has an order in every status that Wise documents but RETURNED', () => {
  const statuses = wise.emulator.world.cardOrders.all().map(({ status }) => status);
  expect(new Set(statuses)).toEqual(
    new Set([
      'PLACED',
      'REQUIREMENTS_FULFILLED',
      'CARD_DETAILS_CREATED',
      'PRODUCED',
      'COMPLETED',
      'CANCELLED',
    ]),
  );
});

it.each(keyAlgorithms)(
  'POST preset-pin: %s is taken, the requirement is met, a digest alone is kept',
  async (algorithm) => {
    const { id } = orderIn('PLACED');
    const reply = await preset(id, { algorithm });
    expect(reply.body).toEqual({ cardOrderId: String(id) });
    expect(presetPinReply.parse(reply.body).cardOrderId).toBe(String(id));
    const after = wise.emulator.world.cardOrders.get(id);
    expect(after?.requirements).toContainEqual({ type: 'PIN', status: 'COMPLETED' });
    expect(after?.pinDigest).toBe(digestOfPin(id, '8350'));
    const { body } = await wise.ask('GET', '/_emulator/state/card-orders');
    expect(JSON.stringify(body)).not.toContain('"8350"');
  },
);

it.each(['CARD_DETAILS_CREATED', 'PRODUCED', 'COMPLETED', 'CANCELLED'])(
  'POST preset-pin: an order that is %s takes none any more',
  async (status) => {
    const order = wise.emulator.world.cardOrders.put({ ...orderIn('PLACED'), status });
    expect((await preset(order.id)).status).toBe(403);
    expect(wise.emulator.world.cardOrders.get(order.id)).toBe(order);
  },
);

it('POST preset-pin: a key alone, a wrong tag, another key’s, and what is no PIN answer 400 and change nothing', async () => {
  const order = orderIn('PLACED');
  const key = await testEncryptingKey.current();
  const whole = makeRequestJwe(key, { algorithm: 'RSA-OAEP-256', plaintext });
  for (const reply of [
    await preset(order.id, {}, makeRequestJwe(key, { algorithm: 'RSA-OAEP-256' })),
    await preset(order.id, {}, `${whole.slice(0, -4)}AAAA`),
    await preset(order.id, { wrapped: randomBytes(256) }),
    await preset(order.id, { plaintext: '{"pin":"12345"}' }),
    await preset(order.id, { plaintext: '{"pin":1234}' }),
    await preset(order.id, { plaintext: '8350' }),
    await preset(order.id, {}, 'nonsense'),
    await preset('x'),
  ])
    expect(reply.status).toBe(400);
  expect(wise.emulator.world.cardOrders.get(order.id)).toBe(order);
});

it('POST preset-pin: another user’s order and one that does not exist answer 404, as all of it does to a client token', async () => {
  expect((await preset(orderIn('PLACED', 30000103).id)).status).toBe(404);
  expect((await preset(1)).status).toBe(404);
  const client = await wise.clientToken();
  expect((await wise.ask('POST', presetPath, { token: client, body: {} })).status).toBe(404);
});
