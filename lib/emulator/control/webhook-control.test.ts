import { createVerify } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { demoCards } from '../seeds/demo-cards.ts';
import { startTestEmulator, type TestEmulator, testKeys } from '../test-support.ts';

let wise: TestEmulator;
beforeEach(() => {
  wise = startTestEmulator();
});

const subscribe = async (trigger_on: string, version = '4.0.0') =>
  wise.ask('POST', '/v3/applications/demo-client/subscriptions', {
    token: await wise.clientToken(),
    body: { name: version, trigger_on, delivery: { version, url: 'https://console.example.com/hook' } },
  });
const send = (body: object) => wise.ask('POST', '/_emulator/webhooks/send', { body });
const sent = async () => {
  await wise.emulator.webhooks.settle();
  return wise.sent;
};

describe('POST webhooks/send', () => {
  it('sends what nobody subscribed to, signed, in the version and about whom it is told', async () => {
    await subscribe('cards#card-status-change');
    const reply = await send({
      eventType: 'transaction-disputes#update',
      version: '2.0.0',
      profileId: demoCards.active.profileId,
      data: { status: 'OPEN', resource: { transaction_id: 12 } },
    });
    expect(reply.status).toBe(200);
    const [delivery] = await sent();
    const event = JSON.parse(delivery?.body ?? '');
    expect(event).toMatchObject({
      event_type: 'transaction-disputes#update',
      schema_version: '2.0.0',
      subscription_id: wise.emulator.world.subscriptions.all()[0]?.id,
      data: {
        status: 'OPEN',
        reason: 'WRONG_AMOUNT',
        resource: { type: 'transaction-dispute', profile_id: demoCards.active.profileId, transaction_id: 12 },
      },
    });
    const verify = createVerify('RSA-SHA256').update(delivery?.body ?? '');
    const signature = delivery?.headers['x-signature-sha256'] ?? '';
    expect(verify.verify(testKeys.publicKeyPem, signature, 'base64')).toBe(true);
  });

  it('takes the newest version where none is named, and an event nobody knows with its data', async () => {
    await subscribe('cards#card-status-change');
    await send({ eventType: 'transfers#payout-failure' });
    await send({ eventType: 'cards#melted', data: { heat: 'high' } });
    expect((await send({ eventType: 'cards#melted' })).status).toBe(400);
    const [known, unknown] = (await sent()).map(({ body }) => JSON.parse(body));
    expect(known.schema_version).toBe('5.0.0');
    expect(unknown).toMatchObject({ event_type: 'cards#melted', data: { heat: 'high' } });
  });

  it('sends a body as it is, and goes to those who subscribed', async () => {
    await subscribe('cards#card-status-change');
    await subscribe('profiles#state-change');
    await send({ eventType: 'profiles#state-change', body: 'not JSON' });
    const deliveries = wise.emulator.world.deliveries.all();
    expect(deliveries.map(({ subscriptionId }) => subscriptionId)).toEqual([
      wise.emulator.world.subscriptions.all()[1]?.id,
    ]);
    expect((await sent())[0]?.body).toBe('not JSON');
  });

  it('says so where there is no address', async () => {
    expect((await send({ eventType: 'cards#card-status-change' })).status).toBe(422);
  });

  it('is struck by faults like every delivery', async () => {
    await subscribe('cards#card-status-change');
    await wise.ask('POST', '/_emulator/settings', { body: { webhookFaults: { duplicate: 1 } } });
    await send({ eventType: 'cards#card-status-change' });
    expect(new Set((await sent()).map(({ body }) => body)).size).toBe(1);
    expect(wise.sent).toHaveLength(2);
  });
});
