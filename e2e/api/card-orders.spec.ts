import { randomBytes, randomUUID } from 'node:crypto';
import { exportAudit, listAudit } from '../../lib/contracts/audit.ts';
import { getCardOrder, getPresetPinKey, listCardOrders, presetPin } from '../../lib/contracts/card-orders.ts';
import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';
import { askReveal, confirm, openReveal } from '../support/reveals.ts';
import { digestOfPin, makePayload, pickOrder, readOrder, readOrders } from '../support/card-orders.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';

const profileId = '30000001';
const pin = '8350';
const presets = async (emulator: EmulatorControl, since: string) =>
  (await emulator.requests(since)).filter(({ path }) => path.endsWith('/preset-pin'));

test('GET card-orders: pages through all of a profile’s orders, newest first; an unknown profile is 404', async ({
  as,
  emulator,
}) => {
  for (const role of ['operator', 'admin', 'auditor'] as const) {
    const client = await as(role);
    const first = (await client.call(listCardOrders, { params: { profileId }, query: { limit: 10 } })).body;
    expect(first.items).toHaveLength(10);
    const { nextCursor, total = 0 } = first;
    if (nextCursor === null) throw new Error('one page holds them all');
    const query = { limit: 10, cursor: nextCursor };
    const second = (await client.call(listCardOrders, { params: { profileId }, query })).body;
    const items = [...first.items, ...second.items];
    expect([items.length, second.nextCursor]).toEqual([total, null]);
    const times = items.map(({ creationTime }) => creationTime);
    expect(times).toEqual([...times].sort().reverse());
    const held = (await readOrders(emulator)).filter((order) => String(order.profileId) === profileId);
    expect(items.map(({ id }) => id).sort()).toEqual(held.map(({ id }) => String(id)).sort());
  }
  const operator = await as('operator');
  const unknown = await operator.call(listCardOrders, { params: { profileId: '39999999' }, query: {} });
  expect(unknown.problem.code).toBe('not_found');
  for (const cursor of ['0', 'x', '-1'])
    expect(
      (await operator.call(listCardOrders, { params: { profileId }, query: { cursor } })).problem.code,
    ).toBe('validation_failed');
});

test('card orders: compliance gets 403, a branch manager 404, only operators set a PIN, another profile’s order is 404, and nothing reaches Wise', async ({
  as,
  emulator,
}) => {
  const { path } = await pickOrder(emulator, 'PLACED');
  const encryptedPayload = await makePayload(await as('operator'), path, pin);
  const since = await emulator.now();
  const ask = async (role: Parameters<typeof as>[0], params = path) => {
    const client = await as(role);
    const answers = [
      await client.call(listCardOrders, { params: { profileId: params.profileId }, query: {} }),
      await client.call(getCardOrder, { params }),
      await client.call(getPresetPinKey, { params }),
      await client.call(presetPin, { params, body: { encryptedPayload } }),
    ];
    return answers.map((answer) => (answer.status === 200 ? 'ok' : answer.problem.code));
  };
  expect(await ask('compliance')).toEqual(Array<string>(4).fill('forbidden'));
  expect(await ask('branch_manager')).toEqual(['not_found', 'not_found', 'forbidden', 'forbidden']);
  for (const role of ['admin', 'auditor'] as const)
    expect(await ask(role)).toEqual(['ok', 'ok', 'forbidden', 'forbidden']);
  expect(await ask('operator', { ...path, profileId: '30000002' })).toEqual([
    'ok',
    ...Array<string>(3).fill('not_found'),
  ]);
  expect((await emulator.requests(since)).filter((call) => call.path.startsWith('/twcard-data/'))).toEqual(
    [],
  );
  expect((await readOrder(emulator, path)).pinDigest).toBeNull();
});

test('POST preset-pin: Wise opens it, the requirement is done, the trail says who; the PIN and what held it stand nowhere', async ({
  as,
  emulator,
  stack,
}) => {
  const client = await as('operator');
  const { path: params } = await pickOrder(emulator, 'PLACED');
  expect((await client.call(getCardOrder, { params })).body).toMatchObject({ status: 'PLACED', noPin: null });
  const encryptedPayload = await makePayload(client, params, pin);
  const since = await emulator.now();
  const idempotencyKey = randomUUID();
  const sent = { params, body: { encryptedPayload }, idempotencyKey };
  const answer = await client.call(presetPin, sent);
  expect(answer.body.orderId).toBe(params.orderId);
  const again = await client.call(presetPin, sent);
  expect([again.headers.get('idempotent-replayed'), again.text]).toEqual(['true', answer.text]);
  expect(await presets(emulator, since)).toHaveLength(1);

  const after = await client.call(getCardOrder, { params });
  expect(after.body.requirements).toContainEqual({ type: 'PIN', status: 'COMPLETED' });
  expect((await readOrder(emulator, params)).pinDigest).toBe(digestOfPin(params, pin));
  const auditor = await as('auditor');
  const trail = (await auditor.call(listAudit, { query: { query: params.orderId } })).body.items;
  expect(trail[0]).toMatchObject({
    action: 'card-orders.preset-pin',
    targetType: 'card-order',
    targetId: params.orderId,
    outcome: 'succeeded',
  });
  const traces = [
    answer.text,
    after.text,
    (await auditor.call(exportAudit, { query: { reason: 'routine' } })).text,
    stack.readConsoleLog(),
  ];
  const [, wrappedKey = '', , ciphertext = ''] = encryptedPayload.split('.');
  for (const trace of traces)
    for (const secret of [`"${pin}"`, wrappedKey, ciphertext]) expect(trace).not.toContain(secret);
});

test('POST preset-pin: what is no encrypted PIN is refused, and nothing reaches Wise', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path: params } = await pickOrder(emulator, 'PLACED');
  const good = await makePayload(client, params, pin);
  const since = await emulator.now();
  const [header = '', key = '', iv = '', ciphertext = '', tag = ''] = good.split('.');
  const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const bytes = (length: number) => randomBytes(length).toString('base64url');
  const join = (...parts: string[]) => parts.join('.');
  for (const encryptedPayload of [
    '',
    pin,
    text({ pin }),
    join(header, key, iv, '', ''),
    join(header, key, iv, ciphertext),
    join(header, key, iv, ciphertext, tag, ''),
    join(text({ alg: 'RSA1_5', enc: 'A256GCM' }), key, iv, ciphertext, tag),
    join(text({ alg: 'RSA-OAEP-256', enc: 'A256GCM', zip: 'DEF' }), key, iv, ciphertext, tag),
    join(text('x'), key, iv, ciphertext, tag),
    join(header, bytes(128), iv, ciphertext, tag),
    join(header, key, bytes(16), ciphertext, tag),
    join(header, key, iv, bytes(22), tag),
    join(header, key, iv, ciphertext, bytes(12)),
    join(header, key, iv, `${ciphertext.slice(1)}+`, tag),
  ]) {
    const answer = await client.call(presetPin, { params, body: { encryptedPayload } });
    expect(answer.problem.code).toBe('validation_failed');
    if (encryptedPayload !== '') expect(answer.text).not.toContain(encryptedPayload);
  }
  const path = `/api/profiles/${params.profileId}/card-orders/${params.orderId}/preset-pin`;
  expect((await client.send('POST', path, { body: { pin } })).problem.code).toBe('validation_failed');
  const noKey = await client.send('POST', path, { body: { encryptedPayload: good }, idempotencyKey: null });
  expect(noKey.problem.code).toBe('idempotency_key_required');
  expect(await presets(emulator, since)).toEqual([]);
});

test('POST preset-pin: Wise has a new key: it says so, and with the new one the PIN is set and card data opens; PEM is read as well', async ({
  as,
  emulator,
}) => {
  const client = await as('operator2@example.com', { fresh: true });
  const card = await pickCard(client, { status: 'ACTIVE' });
  await confirm(client);
  await askReveal(client, card.path);
  const { path: params } = await pickOrder(emulator, 'REQUIREMENTS_FULFILLED');
  const stale = await makePayload(client, params, pin);
  await emulator.rotateEncryptingKey();
  const refused = await client.call(presetPin, { params, body: { encryptedPayload: stale } });
  expect(refused.problem.code).toBe('preset_pin_not_taken');
  expect((await readOrder(emulator, params)).pinDigest).toBeNull();
  const shown = await askReveal(client, card.path);
  expect((await openReveal(shown.answer.body, shown.keys)).pan).toContain(card.lastFourDigits);
  await emulator.changeSettings({ keyFormat: 'pem' });
  const fresh = await makePayload(client, params, pin);
  expect((await client.call(presetPin, { params, body: { encryptedPayload: fresh } })).status).toBe(200);
  expect((await readOrder(emulator, params)).pinDigest).toBe(digestOfPin(params, pin));
});

test('POST preset-pin: an order past it, one without, and a key nobody should use are said; nothing is sent', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path: placed } = await pickOrder(emulator, 'REQUIREMENTS_FULFILLED');
  const encryptedPayload = await makePayload(client, placed, pin);
  const since = await emulator.now();
  for (const [status, requirement] of [
    ['CARD_DETAILS_CREATED', 'COMPLETED'],
    ['PRODUCED', 'COMPLETED'],
    ['COMPLETED', 'none'],
    ['CANCELLED', 'NOT_INITIATED'],
  ] as const) {
    const { path: params } = await pickOrder(emulator, status, requirement);
    const answer = await client.call(presetPin, { params, body: { encryptedPayload } });
    expect(answer.problem.code).toBe('preset_pin_not_offered');
    expect((await client.call(getPresetPinKey, { params })).problem.code).toBe('preset_pin_not_offered');
  }
  expect(await presets(emulator, since)).toEqual([]);
  await emulator.addFault({
    match: { path: 'fetchEncryptingKey' },
    status: 200,
    body: { version: 1, key: 'AAAA' },
  });
  expect((await client.call(getPresetPinKey, { params: placed })).problem.code).toBe(
    'wise_reply_not_understood',
  );
});

test('POST preset-pin: Wise refuses, or does it and does not answer: unknown, sent once, and settled by reading the order', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path: params } = await pickOrder(emulator, 'PLACED');
  const encryptedPayload = await makePayload(client, params, pin);
  const send = () => client.call(presetPin, { params, body: { encryptedPayload } });
  for (const [status, code] of [
    [403, 'preset_pin_not_offered'],
    [422, 'wise_refused'],
    [429, 'wise_rate_limited'],
  ] as const) {
    await emulator.addFault({ match: { path: 'preset-pin' }, status, body: {} });
    expect((await send()).problem.code).toBe(code);
    await emulator.clearFaults();
  }
  const since = await emulator.now();
  await emulator.addFault({ match: { path: 'preset-pin' }, dropAfterApply: true });
  expect((await send()).problem.code).toBe('outcome_unknown');
  expect(await presets(emulator, since)).toHaveLength(1);
  const { requirements } = (await client.call(getCardOrder, { params })).body;
  expect(requirements).toContainEqual({ type: 'PIN', status: 'COMPLETED' });
  const auditor = await as('auditor');
  const latest = async () => {
    const { items } = (await auditor.call(listAudit, { query: { query: params.orderId } })).body;
    return `${items[0]?.action} ${items[0]?.phase} ${items[0]?.outcome}`;
  };
  await expect.poll(latest).toBe('card-orders.preset-pin reconciled succeeded');
});

test('GET card-orders/{id}: a posted card tells its tracking once it is under way, a kiosk’s tells of no post', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const orders = await readOrders(emulator);
  const postOf = async (isWanted: (order: (typeof orders)[number]) => boolean) => {
    const found = orders.find(isWanted);
    if (!found) throw new Error('Wise has no such order');
    const params = { profileId: String(found.profileId), orderId: String(found.id) };
    return (await client.call(getCardOrder, { params })).body.post;
  };
  const isTracked = ({ deliveryOption }: { deliveryOption: string | null }) =>
    deliveryOption === 'POSTAL_SERVICE_WITH_TRACKING';
  expect(await postOf((one) => isTracked(one) && one.status === 'COMPLETED')).toEqual({
    estimate: expect.stringMatching(/^20\d\d-/),
    vendor: 'DHL',
    trackingNumber: expect.stringMatching(/^JD\d{12}$/),
    trackingUrl: expect.stringMatching(/^https:\/\//),
  });
  expect(await postOf((one) => isTracked(one) && one.status === 'CANCELLED')).toMatchObject({
    trackingNumber: null,
    trackingUrl: null,
  });
  expect(await postOf(({ deliveryOption }) => deliveryOption === 'KIOSK_COLLECTION')).toBeNull();
  expect(await postOf(({ deliveryOption }) => deliveryOption === null)).toBeNull();
});
