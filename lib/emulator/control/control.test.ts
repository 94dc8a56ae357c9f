import { beforeEach, describe, expect, it } from 'vitest';
import { demoCards } from '../seeds/demo-cards.ts';
import { startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
beforeEach(() => {
  wise = startTestEmulator();
});
const state = async (collection: string) => {
  const { body } = await wise.ask('GET', `/_emulator/state/${collection}`);
  return Reflect.get(Object(body), 'items');
};
const settings = () => wise.ask('GET', '/_emulator/settings');

describe('control', () => {
  it('reset gives the seed again and takes settings, faults and log back', async () => {
    const before = await state('cards');
    await wise.ask('PUT', `/_emulator/cards/${demoCards.active.token}/status`, {
      body: { status: 'FROZEN' },
    });
    await wise.ask('POST', '/_emulator/settings', { body: { latencyMs: 1 } });
    await wise.ask('POST', '/_emulator/faults', { body: { status: 500 } });
    await wise.ask('GET', '/v1/me');
    expect((await wise.ask('POST', '/_emulator/reset')).body).toEqual({
      seed: 'demo',
      profiles: 51,
      cards: 264,
      cardTransactions: 12_000,
    });
    expect(await state('cards')).toEqual(before);
    expect((await settings()).body).toMatchObject({ latencyMs: 0 });
    expect((await wise.ask('GET', '/_emulator/requests')).body).toEqual({ items: [] });
    expect((await wise.ask('GET', '/v1/me')).status).toBe(401);
  });

  it('reset takes a seed and sizes', async () => {
    const body = { seed: 'scale', options: { profiles: 5, cards: 100 } };
    expect((await wise.ask('POST', '/_emulator/reset', { body })).body).toEqual({
      seed: 'scale',
      profiles: 5,
      cards: 100,
      cardTransactions: 0,
    });
    expect((await wise.ask('POST', '/_emulator/reset', { body: { seed: 'empty' } })).body).toMatchObject({
      cards: 0,
    });
    expect((await wise.ask('POST', '/_emulator/reset', { body: { seed: 'nothing' } })).status).toBe(400);
  });

  it('settings change only what is named and refuse what they do not know', async () => {
    const reply = await wise.ask('POST', '/_emulator/settings', { body: { webhookFaults: { drop: 0.5 } } });
    expect(reply.body).toMatchObject({
      rateLimit: { perSecond: 100, perMinute: 1000 },
      webhookFaults: { drop: 0.5, duplicate: 0, shuffle: 0 },
    });
    expect((await wise.ask('POST', '/_emulator/settings', { body: { latency: 5 } })).status).toBe(400);
    for (const unknown of [
      { sensitiveReply: 'jws' },
      { scaRequired: [''] },
      { scaChallenges: [] },
      { scaChallenges: ['UNHEARD_OF'] },
      { scaChallenges: ['PIN', 'PIN'] },
      { transferStepMs: -1 },
      { batchStepMs: 'soon' },
      { autoConvert: 1 },
    ])
      expect((await wise.ask('POST', '/_emulator/settings', { body: unknown })).status).toBe(400);
  });

  it.each([
    ['/_emulator/faults', {}],
    ['/_emulator/faults', { match: { path: '(' }, status: 500 }],
    ['/_emulator/clock', { advanceSeconds: -1 }],
    ['/_emulator/clock', '{'],
  ])('%s refuses %j with 400', async (path, body) => {
    expect((await wise.ask('POST', path, { body })).status).toBe(400);
  });

  it('can be told a card’s locks, switches and PIN tries', async () => {
    const path = `/_emulator/cards/${demoCards.active.token}`;
    const permissions = [
      { type: 'ECOM', isEnabled: false, isLocked: true },
      { type: 'NEW_KIND', isEnabled: true },
    ];
    await wise.ask('PUT', `${path}/spending-permissions`, { body: { permissions } });
    await wise.ask('PUT', `${path}/pin-tries`, { body: { tries: 4 } });
    const card = wise.emulator.world.cards.get(demoCards.active.token);
    expect(card?.spendingPermissions[0]).toEqual({ type: 'ECOM', isEnabled: false, isLocked: true });
    expect(card?.spendingPermissions.at(-1)).toEqual({ type: 'NEW_KIND', isEnabled: true, isLocked: false });
    expect(card?.pinTries).toBe(4);
    expect((await wise.ask('PUT', '/_emulator/cards/unknown/pin-tries', { body: { tries: 1 } })).status).toBe(
      404,
    );
  });

  it('gives a card any status, one nobody knows too', async () => {
    const { profileId, token } = demoCards.active;
    await wise.ask('PUT', `/_emulator/cards/${token}/status`, { body: { status: 'UNHEARD_OF' } });
    const reply = await wise.ask('GET', `/v3/spend/profiles/${profileId}/cards/${token}`, {
      token: await wise.userToken(20000001),
    });
    expect(reply.body).toMatchObject({ status: { value: 'UNHEARD_OF' } });
  });

  it('shows each collection it keeps and 501 for the others', async () => {
    const kept = ['profiles', 'cards', 'subscriptions', 'deliveries', 'tokens'];
    const money = ['quotes', 'recipients', 'transfers', 'batch-groups', 'balances', 'payment-initiations'];
    for (const collection of [...kept, ...money, 'one-time-tokens', 'phone-numbers', 'sca-factors'])
      expect(Array.isArray(await state(collection))).toBe(true);
    expect((await wise.ask('GET', '/_emulator/state/statements')).status).toBe(501);
  });
});
