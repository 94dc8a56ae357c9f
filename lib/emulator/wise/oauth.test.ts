import { beforeEach, describe, expect, it } from 'vitest';
import { tokenReply } from '../../contracts/wise/oauth.ts';
import { basic, businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
beforeEach(() => {
  wise = startTestEmulator();
});

const refreshBy = (refresh_token: string) => ({ grant_type: 'refresh_token', refresh_token });
const refresh = (userId: number) => refreshBy(wise.refreshTokenOf(userId));
const isGood = async (refreshToken: string) => (await wise.grant(refreshBy(refreshToken))).status === 200;
const profilesWith = (token: string) => wise.ask('GET', '/v2/profiles', { token });
const invalidToken = { error: 'invalid_token', error_description: 'Invalid token' };

describe('POST /oauth/token', () => {
  it('gives a user token with a new refresh token; the old one is good until the token is first used', async () => {
    const first = tokenReply.parse((await wise.grant(refreshBy('demo-refresh-20000001'))).body);
    expect(first).toMatchObject({
      token_type: 'bearer',
      expires_in: 43_200,
      refresh_token: 'demo-refresh-20000001-2',
    });
    // Its answer was lost: it is asked for again.
    const second = tokenReply.parse((await wise.grant(refreshBy('demo-refresh-20000001'))).body);
    expect(second.refresh_token).toBe('demo-refresh-20000001-3');
    expect(second.access_token).not.toBe(first.access_token);
    expect((await profilesWith(second.access_token)).status).toBe(200);
    expect(await isGood('demo-refresh-20000001')).toBe(false);
    // What the lost answer gave went with it.
    expect(await isGood('demo-refresh-20000001-2')).toBe(false);
    expect((await profilesWith(first.access_token)).status).toBe(401);
    expect(await isGood('demo-refresh-20000001-3')).toBe(true);
    expect((await profilesWith(second.access_token)).status).toBe(200);
  });

  it('a refresh token from before a reset is taken in place of the seed’s; one that was never given is not', async () => {
    for (const _ of [1, 2]) await profilesWith(await wise.userToken(businessUser));
    const before = wise.refreshTokenOf(businessUser);
    expect(before).toBe('demo-refresh-20000001-3');
    wise.emulator.reset('demo');
    expect(await isGood(before)).toBe(true);
    for (const ended of ['demo-refresh-20000001', 'demo-refresh-20000001-2'])
      expect([ended, await isGood(ended)]).toEqual([ended, false]);
    expect(await isGood('demo-refresh-20000141-2')).toBe(false);
  });

  it('a grant of its own leaves the others as they are', async () => {
    const before = wise.refreshTokenOf(20000101);
    const redirect_uri = 'https://console.example.com/cb';
    const query = new URLSearchParams({ client_id: 'demo-client', redirect_uri, profileId: '30000101' });
    const consent = await wise.ask('POST', '/oauth/authorize', { body: query.toString() });
    const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', client_id: 'demo-client', code, redirect_uri };
    const granted = await wise.grant(form);
    expect((await profilesWith(wise.tokenOf(granted))).status).toBe(200);
    expect(await isGood(before)).toBe(true);
  });

  it.each(['long', 'jwt'] as const)('gives %s tokens where that is set', async (tokenForm) => {
    await wise.ask('POST', '/_emulator/settings', { body: { tokenForm } });
    const { access_token: token, refresh_token } = tokenReply.parse(
      (await wise.grant(refresh(businessUser))).body,
    );
    for (const text of [token, refresh_token ?? '']) expect(text.length).toBeGreaterThan(2_000);
    expect(token.split('.')).toHaveLength(tokenForm === 'jwt' ? 5 : 1);
    expect((await profilesWith(token)).status).toBe(200);
    expect(await isGood(refresh_token ?? '')).toBe(true);
  });

  it('gives the client a long token without a refresh token', async () => {
    const { body } = await wise.grant({ grant_type: 'client_credentials' });
    expect(tokenReply.parse(body).access_token.length).toBeGreaterThan(500);
    expect(body).not.toHaveProperty('refresh_token');
    expect(body).not.toHaveProperty('created_at');
  });

  it.each([
    [{}, 400, 'invalid_request', 'Missing grant type'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type', 'Unsupported grant type: password'],
    [{ grant_type: 'refresh_token' }, 400, 'invalid_request', 'Missing or unreadable: refresh_token'],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }, 401, 'invalid_grant', 'Invalid user credentials.'],
  ])('answers %j with %i', async (form, status, error, description) => {
    const reply = await wise.grant(form as Record<string, string>);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({ error, error_description: description });
  });

  it('refuses a wrong client with 401 invalid_client', async () => {
    for (const authorization of [basic('demo-client', 'wrong'), basic('other'), 'Bearer x']) {
      const reply = await wise.grant(refresh(businessUser), authorization);
      expect([reply.status, Reflect.get(Object(reply.body), 'error')]).toEqual([401, 'invalid_client']);
    }
  });

  it('lets a new user in by registration code', async () => {
    const registrationCode = 'r'.repeat(32);
    const email = 'new.person@example.com';
    const token = await wise.clientToken();
    const signUp = (body: object) => wise.ask('POST', '/v1/user/signup/registration_code', { token, body });
    expect((await signUp({ email, registrationCode: 'short' })).status).toBe(422);
    expect((await signUp({ email: 'nobody', registrationCode })).status).toBe(422);
    expect((await signUp({ email, registrationCode })).body).toMatchObject({
      email,
      name: null,
      active: true,
    });
    expect((await signUp({ email, registrationCode })).status).toBe(409);

    const form = { grant_type: 'registration_code', client_id: 'demo-client', email };
    expect((await wise.grant({ ...form, registration_code: 'wrong' })).status).toBe(401);
    const granted = await wise.grant({ ...form, registration_code: registrationCode });
    expect((await profilesWith(wise.tokenOf(granted))).body).toEqual([]);
  });

  it('lets a user in by the authorization page, once per code', async () => {
    const redirect_uri = 'http://localhost:3000/api/connections/callback';
    const query = new URLSearchParams({ client_id: 'demo-client', redirect_uri, state: 'a"b' });
    const page = await wise.ask('GET', `/oauth/authorize?${query}`);
    expect(String(page.body)).toContain('Harbourline Logistics Ltd');
    expect(String(page.body)).not.toContain('a"b');

    query.set('profileId', '30000102');
    const consent = await wise.ask('POST', '/oauth/authorize', { body: query.toString() });
    const target = new URL(consent.headers.get('location') ?? '');
    expect(consent.status).toBe(302);
    expect([target.searchParams.get('profileId'), target.searchParams.get('state')]).toEqual([
      '30000102',
      'a"b',
    ]);

    const code = target.searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', client_id: 'demo-client', code, redirect_uri };
    const granted = await wise.grant(form);
    expect((await profilesWith(wise.tokenOf(granted))).body).toMatchObject([
      { id: 30000102, type: 'PERSONAL' },
    ]);
    expect((await wise.grant(form)).status).toBe(401);
  });

  it('sends who refuses back with access_denied, and gives no code', async () => {
    const query = new URLSearchParams({
      client_id: 'demo-client',
      redirect_uri: 'https://console.example.com/cb',
      state: 's1',
      decision: 'refuse',
    });
    const refused = await wise.ask('POST', '/oauth/authorize', { body: query.toString() });
    expect(refused.headers.get('location')).toBe(
      'https://console.example.com/cb?state=s1&error=access_denied',
    );
  });

  it('takes a code for the very address it was given for, and for ten minutes', async () => {
    const redirect_uri = 'https://console.example.com/cb';
    const query = new URLSearchParams({ client_id: 'demo-client', redirect_uri, profileId: '30000141' });
    const newCode = async () => {
      const consent = await wise.ask('POST', '/oauth/authorize', { body: query.toString() });
      return new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
    };
    const form = async (uri: string) => ({
      grant_type: 'authorization_code',
      client_id: 'demo-client',
      code: await newCode(),
      redirect_uri: uri,
    });
    expect((await wise.grant(await form(`${redirect_uri}/`))).status).toBe(401);
    const late = await form(redirect_uri);
    wise.emulator.world.clock.advance(10 * 60);
    expect((await wise.grant(late)).status).toBe(401);
    expect((await wise.grant(await form(redirect_uri))).status).toBe(200);
  });

  it('sends nobody to an address that is not registered', async () => {
    const query = 'client_id=demo-client&redirect_uri=http%3A%2F%2Fevil.example.com';
    expect((await wise.ask('GET', `/oauth/authorize?${query}`)).status).toBe(400);
    expect((await wise.ask('POST', '/oauth/authorize', { body: query })).status).toBe(400);
  });
});

describe('tokens', () => {
  it('an unknown, a missing and an expired token answer 401 invalid_token', async () => {
    const token = await wise.userToken(businessUser);
    wise.emulator.world.clock.advance(43_199);
    expect((await profilesWith(token)).status).toBe(200);
    wise.emulator.world.clock.advance(1);
    for (const reply of [
      await profilesWith(token),
      await profilesWith('nonsense'),
      await wise.ask('GET', '/v1/me'),
    ])
      expect([reply.status, reply.body]).toEqual([401, invalidToken]);
  });

  it('live as long as the setting says', async () => {
    await wise.ask('POST', '/_emulator/settings', { body: { tokenTtlSeconds: 5 } });
    const reply = tokenReply.parse((await wise.grant(refresh(businessUser))).body);
    expect(reply.expires_in).toBe(5);
    wise.emulator.world.clock.advance(6);
    expect((await profilesWith(reply.access_token)).status).toBe(401);
  });

  it('of the wrong kind answer 403', async () => {
    const cards = '/v3/spend/profiles/30000001/cards';
    const subscriptions = '/v3/applications/demo-client/subscriptions';
    expect((await wise.ask('GET', cards, { token: await wise.clientToken() })).status).toBe(403);
    expect((await wise.ask('GET', subscriptions, { token: await wise.userToken(businessUser) })).status).toBe(
      403,
    );
  });

  it('that a user made for themselves reach profiles and activities, never cards', async () => {
    const token = `demo-personal-${businessUser}`;
    const statusOf = async (path: string) => (await wise.ask('GET', path, { token })).status;
    for (const path of [
      '/v1/me',
      '/v2/profiles',
      '/v2/profiles/30000001',
      '/v1/profiles/30000001/activities',
    ])
      expect([path, await statusOf(path)]).toEqual([path, 200]);
    expect(await statusOf('/v3/spend/profiles/30000001/cards')).toBe(403);
    expect(await statusOf('/twcard-data/v1/clientSideEncryption/fetchEncryptingKey')).toBe(404);
    expect((await profilesWith('demo-personal-1')).status).toBe(401);
    await wise.ask('PUT', `/_emulator/tokens/${businessUser}`, { body: { revoke: 'personal' } });
    expect(await statusOf('/v1/me')).toBe(401);
    await wise.ask('PUT', `/_emulator/tokens/${businessUser}`, { body: { revoke: 'none' } });
    expect(await statusOf('/v1/me')).toBe(200);
  });

  it('are ended by revocation; the refresh token too when its owner took the account back', async () => {
    const token = await wise.userToken(businessUser);
    const revoke = (how: string) => wise.ask('PUT', '/_emulator/tokens/20000001', { body: { revoke: how } });
    await revoke('access');
    expect((await profilesWith(token)).status).toBe(401);
    expect((await wise.grant(refresh(businessUser))).status).toBe(200);
    await revoke('all');
    expect((await wise.grant(refresh(businessUser))).status).toBe(401);
    await revoke('none');
    expect((await wise.grant(refresh(businessUser))).status).toBe(200);
  });

  it('answer 401 for a deactivated profile, and for everything once all profiles of the user are', async () => {
    const setState = (id: number) =>
      wise.ask('PUT', `/_emulator/profiles/${id}/state`, { body: { currentState: 'DEACTIVATED' } });
    const token = await wise.userToken(businessUser);
    await setState(30000001);
    expect((await wise.ask('GET', '/v2/profiles/30000001', { token })).status).toBe(401);
    expect((await wise.ask('GET', '/v2/profiles/30000002', { token })).status).toBe(200);
    await setState(30000002);
    await setState(30000003);
    expect((await wise.ask('GET', '/v1/me', { token })).status).toBe(401);
    expect((await wise.grant(refresh(businessUser))).status).toBe(401);
  });

  it('are the same ones again after a reset, each user’s their own', async () => {
    const before = [await wise.userToken(20000101), await wise.userToken(20000102), await wise.clientToken()];
    wise.emulator.reset('demo');
    const after = [await wise.userToken(20000102), await wise.userToken(20000101), await wise.clientToken()];
    expect(after).toEqual([before[1], before[0], before[2]]);
  });
});
