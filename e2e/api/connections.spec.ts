import { z } from 'zod';
import { listActivities } from '../../lib/contracts/activities.ts';
import { exportAudit } from '../../lib/contracts/audit.ts';
import {
  connect,
  disconnect,
  getConnection,
  listConnections,
  testConnection,
} from '../../lib/contracts/connections.ts';
import { expect } from '../fixtures.ts';
import {
  askToAuthorize,
  cardsOf,
  comeBack,
  decideAtWise,
  faultOf,
  findConnection,
  grantElsewhere,
  liveRefreshTokens,
  newcomers,
  personalTokenOf,
  registrationCodeOf,
  tokenRequests,
} from '../support/connections.ts';
import { test } from '../support/own-stack.ts';
import { readEvents } from '../support/read-events.ts';

const business = '20000001';
const [amara, mateus, freya, tariq, , , orla, hugo] = newcomers;

test.describe('the list', () => {
  test('knows everybody the console was begun with: owner, profiles, scopes, expiry, last use', async ({
    as,
  }) => {
    const { body } = await (await as('auditor')).call(listConnections, { query: { query: business } });
    expect(body.counts).toEqual({ working: 1, broken: 0, disconnected: 0 });
    await expect
      .poll(async () => (await findConnection(await as('admin'), business))?.owner)
      .toBe('Imogen Hartley');
    const found = await findConnection(await as('admin'), business);
    expect(found).toMatchObject({
      kind: 'user',
      state: 'working',
      connectedBy: null,
      scopes: ['transfers'],
      lastError: null,
      expiresAt: expect.stringMatching(/^204\d-/),
      lastUsedAt: expect.any(String),
      profiles: { total: 3, deactivated: 0 },
    });
    const one = await (await as('admin')).call(getConnection, { params: { connectionId: business } });
    const { profileList } = one.body;
    expect(profileList.map(({ id }) => id)).toEqual(['30000003', '30000001', '30000002']);
    // Forty each, and those that other tests have made.
    for (const { cards } of profileList) expect(cards).toBeGreaterThanOrEqual(40);
    expect(profileList.reduce((sum, { cards }) => sum + cards, 0)).toBe(found?.profiles.cards);
  });

  test('is found by owner, profile name and ids, in pages that hold each one once', async ({ as }) => {
    const admin = await as('admin');
    const idsFor = async (query: string) =>
      (await admin.call(listConnections, { query: { query } })).body.items.map(({ id }) => id);
    await expect.poll(() => idsFor('hartley')).toEqual([business]);
    expect(await idsFor('harbourline')).toEqual([business]);
    expect(await idsFor('30000002')).toEqual([business]);
    expect(await idsFor('20000113')).toEqual(['20000113']);
    expect(await idsFor('achterberg zoe')).toEqual(['20000103']);
    expect(await idsFor('%')).toEqual([]);
    for (const sort of ['owner', '-owner', 'used', '-used', 'expires', '-expires', '-connected'] as const) {
      const ids: string[] = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const { body } = await admin.call(listConnections, {
          query: { sort, limit: 7, ...(cursor !== undefined && { cursor }) },
        });
        ids.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor ?? undefined;
        more = cursor !== undefined;
      }
      expect([sort, ids.length, new Set(ids).size]).toEqual([sort, 41, 41]);
    }
    const odd = await admin.send('GET', '/api/connections', { query: { cursor: 'x' } });
    expect(odd.problem.code).toBe('validation_failed');
  });

  test('is for administrators, to read for auditors; nobody else connects, tests or disconnects', async ({
    as,
  }) => {
    const params = { connectionId: business };
    const body = { method: 'refresh_token' as const, refreshToken: 'x' };
    for (const role of ['operator', 'compliance', 'branch_manager'] as const)
      expect((await (await as(role)).call(listConnections, { query: {} })).problem.code).toBe('forbidden');
    const auditor = await as('auditor');
    expect((await auditor.call(listConnections, { query: {} })).status).toBe(200);
    expect((await auditor.call(connect, { body })).problem.code).toBe('forbidden');
    expect((await auditor.call(testConnection, { params, body: {} })).problem.code).toBe('forbidden');
    expect((await auditor.call(disconnect, { params, body: { reason: 'none' } })).problem.code).toBe(
      'forbidden',
    );
  });
});

test.describe('connecting', () => {
  test('by the authorization page: the exact address, a state of this session, the cards appear', async ({
    as,
    stack,
  }) => {
    const admin = await as('admin');
    const events = await readEvents(await as('operator'));
    const authorizeUrl = await askToAuthorize(admin);
    const { origin, pathname, searchParams } = new URL(authorizeUrl);
    expect([origin, pathname]).toEqual([stack.emulatorUrl, '/oauth/authorize/']);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'demo-client',
      redirect_uri: `${stack.consoleUrl}/api/connections/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
    const target = await decideAtWise(authorizeUrl, 'allow', amara.profileId);
    const told = await comeBack(admin, target);
    expect(Object.fromEntries(told)).toEqual({ outcome: 'connected', connection: amara.id });
    await events.until(({ type }) => type === 'connections.changed');
    events.close();
    expect(await findConnection(admin, amara.id)).toMatchObject({
      owner: amara.name,
      connectedBy: 'Victor Lindgren',
      state: 'working',
      profiles: { total: 1, names: [amara.name] },
    });
    await expect.poll(async () => (await cardsOf(await as('operator'), amara.profileId)).length).toBe(3);
    expect(await faultOf(await as('operator'), amara.profileId)).toBeNull();
    // The same way back a second time leads nowhere.
    expect((await comeBack(admin, target)).get('outcome')).toBe('state_unknown');
  });

  test('a state of another session, an invented one and a refusal exchange nothing', async ({
    as,
    emulator,
  }) => {
    const admin = await as('admin');
    const since = await emulator.now();
    const stolen = await decideAtWise(await askToAuthorize(admin), 'allow', mateus.profileId);
    const other = await as('admin2@example.com');
    expect((await comeBack(other, stolen)).get('outcome')).toBe('state_unknown');
    // Spent by the attempt.
    expect((await comeBack(admin, stolen)).get('outcome')).toBe('state_unknown');
    const mine = await decideAtWise(await askToAuthorize(admin), 'allow', mateus.profileId);
    expect((await comeBack(await as('admin', { fresh: true }), mine)).get('outcome')).toBe('state_unknown');
    mine.searchParams.set('state', 'invented');
    expect((await comeBack(admin, mine)).get('outcome')).toBe('state_unknown');
    mine.searchParams.delete('state');
    expect((await comeBack(admin, mine)).get('outcome')).toBe('state_unknown');
    const refused = await decideAtWise(await askToAuthorize(admin), 'refuse');
    expect((await comeBack(admin, refused)).get('outcome')).toBe('denied');
    expect(await tokenRequests(emulator, since)).toBe(0);
    expect(await findConnection(admin, mateus.id)).toBeUndefined();
  });

  test('a code that Wise does not take, or no answer from Wise, connects nobody', async ({
    as,
    emulator,
  }) => {
    const admin = await as('admin');
    const spoilt = await decideAtWise(await askToAuthorize(admin), 'allow', mateus.profileId);
    spoilt.searchParams.set('code', 'f'.repeat(24));
    expect((await comeBack(admin, spoilt)).get('outcome')).toBe('wise_grant_refused');
    const target = await decideAtWise(await askToAuthorize(admin), 'allow', mateus.profileId);
    await emulator.addFault({ match: { path: '/oauth/token' }, status: 503 });
    expect((await comeBack(admin, target)).get('outcome')).toBe('wise_unavailable');
    expect(await findConnection(admin, mateus.id)).toBeUndefined();
  });

  test('a browser that comes back signed out sees the console, not a problem', async ({ anonymous }) => {
    const path = '/api/connections/callback?code=c&state=s';
    expect((await anonymous.send('GET', path)).problem.code).toBe('not_signed_in');
    const page = await anonymous.send('GET', path, { headers: { accept: 'text/html,*/*' } });
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      '/settings/connections?outcome=failed',
    ]);
  });

  test('by a registration code', async ({ as }) => {
    const admin = await as('admin');
    const body = {
      method: 'registration_code' as const,
      email: mateus.email,
      registrationCode: registrationCodeOf(mateus.id),
    };
    const wrong = await admin.call(connect, { body: { ...body, registrationCode: 'x'.repeat(32) } });
    expect([wrong.status, wrong.problem.code]).toEqual([422, 'wise_grant_refused']);
    const { body: reply } = await admin.call(connect, { body });
    expect(reply).toMatchObject({ authorizeUrl: null, connection: { id: mateus.id, owner: mateus.name } });
    await expect.poll(async () => (await cardsOf(admin, mateus.profileId)).length).toBe(3);
  });

  test('by a pasted refresh token, long ones too; the same key connects once', async ({
    as,
    emulator,
    stack,
  }) => {
    await emulator.changeSettings({ tokenForm: 'long' });
    const admin = await as('admin');
    const refreshToken = await grantElsewhere(stack.emulatorUrl, freya.id);
    expect(refreshToken.length).toBeGreaterThan(2_000);
    const body = { method: 'refresh_token' as const, refreshToken };
    const idempotencyKey = 'connect-freya-1';
    const since = await emulator.now();
    const first = await admin.call(connect, { body, idempotencyKey });
    expect(first.body.connection).toMatchObject({ id: freya.id, kind: 'user', state: 'working' });
    const again = await admin.call(connect, { body, idempotencyKey });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.text).toBe(first.text);
    expect(await tokenRequests(emulator, since)).toBe(1);
    // It ended with the first use of what it gave; what came in its place is what the console holds.
    expect(await liveRefreshTokens(emulator, freya.id)).not.toContain(refreshToken);
    const used = await admin.call(connect, { body });
    expect(used.problem.code).toBe('wise_grant_refused');
    expect(
      (await admin.call(testConnection, { params: { connectionId: freya.id }, body: {} })).body.outcome,
    ).toBe('works');
    const none = await admin.call(connect, { body, idempotencyKey: null });
    expect(none.problem.code).toBe('idempotency_key_required');
  });

  test('by a personal token: activities, but nothing about cards, and that breaks nothing', async ({
    as,
    emulator,
  }) => {
    const admin = await as('admin');
    const body = { method: 'personal_token' as const, token: personalTokenOf(tariq.id) };
    expect((await admin.call(connect, { body: { ...body, token: 'wrong' } })).problem.code).toBe(
      'wise_grant_refused',
    );
    // One that reaches cards is not exchanged for one that does not.
    const less = await admin.call(connect, { body: { ...body, token: personalTokenOf(business) } });
    expect([less.status, less.problem.code]).toEqual([409, 'conflict']);
    const { body: reply } = await admin.call(connect, { body });
    expect(reply.connection).toMatchObject({ id: tariq.id, kind: 'personal', expiresAt: null, scopes: [] });
    const since = await emulator.now();
    const operator = await as('operator');
    const params = { profileId: tariq.profileId };
    expect((await operator.call(listActivities, { params, query: {} })).status).toBe(200);
    const live = await operator.send('GET', `/api/profiles/${tariq.profileId}/cards`);
    expect([live.status, live.problem.code]).toEqual([409, 'wise_token_limited']);
    expect(await faultOf(operator, tariq.profileId)).toMatchObject({ kind: 'limited', owner: tariq.name });
    const asked = (await emulator.requests(since)).map(({ path }) => path);
    expect(asked.filter((path) => path.includes(`${tariq.profileId}/cards`))).toEqual([]);
    await emulator.revokeTokens(tariq.id, 'personal');
    const test = { params: { connectionId: tariq.id }, body: {} };
    expect((await admin.call(testConnection, test)).body).toMatchObject({
      outcome: 'refused',
      connection: { state: 'broken', lastError: { code: 'token_refused' } },
    });
    expect((await operator.call(listActivities, { params, query: {} })).problem.code).toBe(
      'wise_not_connected',
    );
    await emulator.revokeTokens(tariq.id, 'none');
    expect((await admin.call(testConnection, test)).body).toMatchObject({
      outcome: 'works',
      connection: { state: 'working' },
    });
    expect((await operator.call(listActivities, { params, query: {} })).status).toBe(200);
  });

  test('says which field is missing and never repeats a secret', async ({ as }) => {
    const admin = await as('admin');
    const secret = 'a-secret-that-must-not-come-back';
    for (const [body, path] of [
      [{ method: 'refresh_token' }, 'body.refreshToken'],
      [{ method: 'registration_code', email: 'nobody', registrationCode: secret }, 'body.email'],
      [{ method: 'personal_token', token: '' }, 'body.token'],
      [{ method: 'magic', token: secret }, 'body.method'],
    ] as const) {
      const answer = await admin.send('POST', '/api/connections', { body });
      expect(answer.problem.fields?.map((field) => field.path)).toEqual([path]);
      expect(answer.text).not.toContain(secret);
    }
    const unknown = await admin.call(connect, { body: { method: 'authorization_code', reconnect: '77' } });
    expect(unknown.problem.code).toBe('not_found');
  });
});

test('no token, code or e-mail address of anybody stands in answers, the audit trail or the log', async ({
  as,
  emulator,
  stack,
}) => {
  const admin = await as('admin');
  await emulator.changeSettings({ tokenForm: 'jwt' });
  const texts: string[] = [];
  const target = await decideAtWise(await askToAuthorize(admin), 'allow', orla.profileId);
  texts.push(String(await comeBack(admin, target)));
  const refreshToken = await grantElsewhere(stack.emulatorUrl, hugo.id);
  texts.push((await admin.call(connect, { body: { method: 'refresh_token', refreshToken } })).text);
  const personal = personalTokenOf(tariq.id);
  texts.push((await admin.call(connect, { body: { method: 'personal_token', token: personal } })).text);
  texts.push((await admin.call(listConnections, { query: { limit: 200 } })).text);
  texts.push((await admin.call(getConnection, { params: { connectionId: orla.id } })).text);
  texts.push((await (await as('auditor')).call(exportAudit, { query: { reason: 'routine' } })).text);
  texts.push(stack.readConsoleLog());
  const held = await emulator.state('tokens', z.object({ token: z.string() }));
  const secrets = [
    ...held.map(({ token }) => token),
    ...(await emulator.state('refresh-tokens', z.object({ token: z.string() }))).map(({ token }) => token),
    refreshToken,
    personal,
    registrationCodeOf(mateus.id),
    target.searchParams.get('code') ?? '',
    target.searchParams.get('state') ?? '',
    mateus.email,
  ];
  expect(texts.join('').length).toBeGreaterThan(10_000);
  for (const text of texts)
    for (const secret of secrets)
      if (secret && text.includes(secret)) throw new Error(`A secret stands in ${text.slice(0, 80)}`);
  expect(texts.at(-2)).toContain('connections.authorize');
});
