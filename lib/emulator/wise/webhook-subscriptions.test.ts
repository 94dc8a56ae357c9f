import { beforeEach, describe, expect, it } from 'vitest';
import { subscription, subscriptionList } from '../../contracts/wise/webhook-subscriptions.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
let client: string;
let user: string;
beforeEach(async () => {
  wise = startTestEmulator();
  client = await wise.clientToken();
  user = await wise.userToken(businessUser);
});

const ofApplication = '/v3/applications/demo-client/subscriptions';
const ofProfile = '/v3/profiles/30000001/subscriptions';
const bodyOf = (change: { trigger_on?: string; version?: string; url?: string } = {}) => ({
  name: 'Mine',
  trigger_on: change.trigger_on ?? 'cards#card-status-change',
  delivery: {
    version: change.version ?? '4.0.0',
    url: change.url ?? 'https://console.example.com/api/webhooks/wise',
  },
});

describe('application subscriptions', () => {
  it('can be made, read, listed and deleted', async () => {
    const made = subscription.parse(
      (await wise.ask('POST', ofApplication, { token: client, body: bodyOf() })).body,
    );
    expect(made).toMatchObject({
      scope: { domain: 'application', id: 'demo-client' },
      created_by: { type: 'application', id: 'demo-client' },
      ...bodyOf(),
    });
    const path = `${ofApplication}/${made.id}`;
    expect((await wise.ask('GET', path, { token: client })).body).toMatchObject({ id: made.id });
    expect(
      subscriptionList.parse((await wise.ask('GET', ofApplication, { token: client })).body),
    ).toHaveLength(1);
    expect((await wise.ask('DELETE', path, { token: client })).status).toBe(204);
    expect((await wise.ask('GET', path, { token: client })).status).toBe(404);
  });

  it('of another application answer 403', async () => {
    expect((await wise.ask('GET', '/v3/applications/other/subscriptions', { token: client })).status).toBe(
      403,
    );
  });

  it.each([
    ['http://console.example.com/hook', 422],
    ['https://console.example.com:8443/hook', 422],
    ['https://203.0.113.5/hook', 422],
    ['https://[2001:db8::1]/hook', 422],
    ['https://console.example.com/hook?x=1', 422],
    ['hook', 422],
    ['https://console.example.com/hook', 200],
    ['http://localhost:3000/hook', 200],
    ['http://127.0.0.1:3000/hook', 200],
  ])('to %s answer %i', async (url, status) => {
    expect((await wise.ask('POST', ofApplication, { token: client, body: bodyOf({ url }) })).status).toBe(
      status,
    );
  });

  it('need an event Wise has, in a version it has', async () => {
    const post = async (change: Parameters<typeof bodyOf>[0]) =>
      (await wise.ask('POST', ofApplication, { token: client, body: bodyOf(change) })).status;
    expect(await post({ trigger_on: 'cards#invented' })).toBe(422);
    expect(await post({ version: '3.0.0' })).toBe(422);
    expect((await wise.ask('POST', ofApplication, { token: client, body: { name: 'x' } })).status).toBe(400);
  });
});

describe('profile subscriptions', () => {
  it('are kept apart from the application’s and from other profiles’', async () => {
    const body = bodyOf({ trigger_on: 'transfers#state-change' });
    const made = subscription.parse((await wise.ask('POST', ofProfile, { token: user, body })).body);
    expect(made).toMatchObject({
      scope: { domain: 'profile', id: '30000001' },
      created_by: { type: 'user', id: String(businessUser) },
    });
    expect((await wise.ask('GET', ofApplication, { token: client })).body).toEqual([]);
    expect((await wise.ask('GET', '/v3/profiles/30000002/subscriptions', { token: user })).body).toEqual([]);
    expect((await wise.ask('DELETE', `${ofProfile}/${made.id}`, { token: user })).status).toBe(204);
  });

  it('are refused for an event that has none', async () => {
    expect((await wise.ask('POST', ofProfile, { token: user, body: bodyOf() })).status).toBe(422);
  });
});
