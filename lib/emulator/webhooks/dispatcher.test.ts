import { createVerify } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { cardStatusChange } from '../../contracts/wise/webhook-events.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { businessUser, type SentWebhook, startTestEmulator, type TestEmulator } from '../test-support.ts';

const url = 'http://127.0.0.1:1/api/webhooks/wise';
const trigger_on = 'cards#card-status-change';
let wise: TestEmulator;
beforeEach(() => {
  wise = startTestEmulator();
});

const subscribe = async (version = '4.0.0') => {
  const reply = await wise.ask('POST', '/v3/applications/demo-client/subscriptions', {
    token: await wise.clientToken(),
    body: { name: 'Cards', trigger_on, delivery: { version, url } },
  });
  expect(reply.status).toBe(200);
  return String(Reflect.get(Object(reply.body), 'id'));
};
const freeze = async () => {
  const { profileId, token } = demoCards.active;
  return wise.ask('PUT', `/v3/spend/profiles/${profileId}/cards/${token}/status`, {
    token: await wise.userToken(businessUser),
    body: { status: 'FROZEN' },
  });
};
const suspend = () =>
  wise.ask('PUT', `/_emulator/cards/${demoCards.active.token}/status`, {
    body: { status: 'PARTNER_SUSPENDED' },
  });
const settle = () => wise.ask('POST', '/_emulator/settle');
const advance = async (advanceSeconds: number) => {
  await wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds } });
  await settle();
};
const readEvent = (webhook: SentWebhook | undefined) =>
  cardStatusChange.parse(JSON.parse(webhook?.body ?? ''));
const deliveries = () => wise.emulator.world.deliveries.all();

describe('deliveries', () => {
  it('are signed over their raw bytes with the published key', async () => {
    await subscribe();
    await freeze();
    await settle();
    const [sent] = wise.sent;
    const { webhookPublicKey } = wise.emulator.bootstrap();
    const verify = (body: string) =>
      createVerify('sha256')
        .update(body)
        .verify(webhookPublicKey, sent?.headers['x-signature-sha256'] ?? '', 'base64');
    expect(verify(sent?.body ?? '')).toBe(true);
    expect(verify(`${sent?.body} `)).toBe(false);
    expect(sent?.headers['x-delivery-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent?.headers).not.toHaveProperty('x-test-notification');
  });

  it('tell who changed the card: the partner’s client, or Wise itself', async () => {
    const subscription_id = await subscribe();
    await freeze();
    await suspend();
    await settle();
    expect(wise.sent.map((webhook) => readEvent(webhook))).toMatchObject([
      {
        subscription_id,
        schema_version: '4.0.0',
        data: {
          resource: {
            type: 'card',
            profile_id: '30000001',
            client_id: 'demo-client',
            card_token: demoCards.active.token,
          },
          card_status: 'FROZEN',
          changed_by: 'demo-client',
        },
      },
      { data: { card_status: 'PARTNER_SUSPENDED', changed_by: 'internal_system' } },
    ]);
  });

  it('have milliseconds in 4.0.0 and whole seconds in 2.0.0, one per subscription', async () => {
    await subscribe('4.0.0');
    await subscribe('2.0.0');
    await freeze();
    await settle();
    const [newer, older] = wise.sent.map((webhook) => readEvent(webhook));
    expect(newer?.data.occurred_at).toMatch(/T\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(older?.data.occurred_at).toMatch(/T\d\d:\d\d:\d\dZ$/);
    expect(older?.sent_at).toMatch(/T\d\d:\d\d:\d\dZ$/);
  });

  it('are not made by a status the card has already', async () => {
    await subscribe();
    await freeze();
    await freeze();
    await settle();
    expect(wise.sent).toHaveLength(1);
  });

  it('are repeated when the clock has moved on, with the same id and body, until they are taken', async () => {
    await subscribe();
    wise.answerWebhooks(async () => ({ status: 503, retryAfter: null }));
    await freeze();
    await settle();
    await advance(59);
    expect(wise.sent).toHaveLength(1);
    await advance(2);
    expect(wise.sent).toHaveLength(2);
    wise.answerWebhooks(async () => ({ status: 200, retryAfter: null }));
    await advance(120);
    await advance(100_000);
    expect(wise.sent).toHaveLength(3);
    expect(
      new Set(wise.sent.map((webhook) => `${webhook.headers['x-delivery-id']}${webhook.body}`)).size,
    ).toBe(1);
    expect(deliveries()).toMatchObject([
      { state: 'delivered', attempts: [{ status: 503 }, { status: 503 }, { status: 200 }] },
    ]);
  });

  it('make up for all retries of two weeks at once, then are given up', async () => {
    await subscribe();
    wise.answerWebhooks(() => Promise.reject(new DOMException('late', 'TimeoutError')));
    await freeze();
    await advance(17 * 24 * 60 * 60);
    expect(wise.sent).toHaveLength(26);
    expect(deliveries()).toMatchObject([{ state: 'failed' }]);
    expect(deliveries()[0]?.attempts[0]).toMatchObject({ status: null, error: 'TimeoutError' });
  });

  it('wait as long as Retry-After says', async () => {
    await subscribe();
    wise.answerWebhooks(async () => ({ status: 429, retryAfter: '3600' }));
    await freeze();
    await settle();
    await advance(3500);
    expect(wise.sent).toHaveLength(1);
    await advance(200);
    expect(wise.sent).toHaveLength(2);
  });

  it('end with their subscription', async () => {
    const id = await subscribe();
    wise.answerWebhooks(async () => ({ status: 500, retryAfter: null }));
    await freeze();
    await settle();
    const token = await wise.clientToken();
    const path = `/v3/applications/demo-client/subscriptions/${id}`;
    expect((await wise.ask('DELETE', path, { token })).status).toBe(204);
    await advance(3600);
    expect(wise.sent).toHaveLength(1);
    expect(deliveries()).toMatchObject([{ state: 'cancelled' }]);
  });

  it('of a test notification carry dummy data and say so in a header', async () => {
    const id = await subscribe();
    const token = await wise.clientToken();
    const path = `/v3/applications/demo-client/subscriptions/${id}/test-notifications`;
    const reply = await wise.ask('POST', path, { token });
    await settle();
    const [sent] = wise.sent;
    expect(reply.body).toMatchObject([{ delivery_id: sent?.headers['x-delivery-id'] }]);
    expect(sent?.headers['x-test-notification']).toBe('true');
    expect(readEvent(sent).data.resource.profile_id).toBe('0');
  });

  it('go to webhookUrl when it is set, subscribed or not', async () => {
    const webhookUrl = 'http://127.0.0.1:2/hook';
    await wise.ask('POST', '/_emulator/settings', { body: { webhookUrl } });
    await freeze();
    await subscribe('2.0.0');
    await suspend();
    await settle();
    expect(wise.sent.map((webhook) => webhook.url)).toEqual([webhookUrl, webhookUrl]);
    expect(wise.sent.map((webhook) => readEvent(webhook).schema_version)).toEqual(['4.0.0', '2.0.0']);
  });

  it('can be dropped, sent twice and sent late', async () => {
    const set = (webhookFaults: object) =>
      wise.ask('POST', '/_emulator/settings', { body: { webhookFaults } });
    await subscribe();
    await set({ drop: 1 });
    await freeze();
    await settle();
    expect(wise.sent).toHaveLength(0);
    await set({ drop: 0, duplicate: 1 });
    await suspend();
    await settle();
    expect(wise.sent).toHaveLength(2);
    expect(wise.sent[0]?.body).toBe(wise.sent[1]?.body);
    await set({ duplicate: 0, shuffle: 1 });
    await wise.ask('PUT', `/_emulator/cards/${demoCards.active.token}/status`, {
      body: { status: 'ACTIVE' },
    });
    await settle();
    expect(wise.sent).toHaveLength(2);
    await advance(2);
    expect(wise.sent).toHaveLength(3);
  });
});
