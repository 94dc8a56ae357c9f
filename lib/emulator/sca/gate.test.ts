import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRequestJwe } from '../card-data/test-support.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import {
  businessUser,
  type Reply,
  startTestEmulator,
  type TestEmulator,
  testEncryptingKey,
} from '../test-support.ts';
import { askPasscode, clearBySms, codeOf, set, tokenOf } from './test-support.ts';

const statusPath = `/v3/spend/profiles/30000001/cards/${demoCards.active.token}/status`;
const twcard = '/twcard-data/v1/sensitive-card-data';
const otherUser = 20_000_101;

beforeAll(() => testEncryptingKey.current(), 60_000);

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

const put = (oneTimeToken?: string, ask: { body?: unknown; path?: string; token?: string } = {}) =>
  wise.ask('PUT', ask.path ?? statusPath, {
    token: ask.token ?? token,
    body: ask.body ?? { status: 'FROZEN' },
    headers: oneTimeToken === undefined ? {} : { 'x-2fa-approval': oneTimeToken },
  });
const cleared = async (refused: Reply): Promise<string> => {
  await clearBySms(wise, token, tokenOf(refused));
  return tokenOf(refused);
};
const resultOf = ({ headers, status }: Reply) => [status, headers.get('x-2fa-approval-result')];
const refusal = [403, 'REJECTED'];
const approval = [200, 'APPROVED'];
const expectFreshRefusal = (reply: Reply, before: string) => {
  expect(resultOf(reply)).toEqual(refusal);
  expect(tokenOf(reply)).not.toBe(before);
};

describe('where it is not asked for', () => {
  it('nothing is refused, and a token that is sent along changes nothing', async () => {
    expect(resultOf(await put('00000000-0000-4000-8000-000000000000'))).toEqual([200, null]);
  });

  it('an operation that is not protected goes through', async () => {
    await set(wise, { scaRequired: true });
    expect(resultOf(await put())).toEqual([200, null]);
    const key = '/twcard-data/v1/clientSideEncryption/fetchEncryptingKey';
    expect(resultOf(await wise.ask('GET', key, { token }))).toEqual([200, null]);
  });

  it('a client token, a wrong token and an unknown path answer as ever', async () => {
    await set(wise, { scaRequired: ['/'] });
    const client = await wise.clientToken();
    expect(
      (await wise.ask('GET', `/v3/applications/demo-client/subscriptions`, { token: client })).status,
    ).toBe(200);
    expect(resultOf(await put(undefined, { token: 'unknown' }))).toEqual([401, null]);
    expect(resultOf(await wise.ask('GET', '/v9/nothing', { token }))).toEqual([501, null]);
  });
});

describe('a protected request', () => {
  beforeEach(() => set(wise, { scaRequired: ['/status'] }));

  it('is refused with a token and an empty body, and nothing is applied', async () => {
    const refused = await put();
    expect([...resultOf(refused), refused.body]).toEqual([...refusal, '']);
    expect(tokenOf(refused)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(wise.emulator.world.cards.get(demoCards.active.token)?.status).toBe('ACTIVE');
  });

  it('goes through with the cleared token, once', async () => {
    const oneTimeToken = await cleared(await put());
    const repeated = await put(oneTimeToken.toUpperCase());
    expect([...resultOf(repeated), tokenOf(repeated)]).toEqual([...approval, '']);
    expect(wise.emulator.world.cards.get(demoCards.active.token)?.status).toBe('FROZEN');
    expectFreshRefusal(await put(oneTimeToken), oneTimeToken);
  });

  it('goes through once when two repeats come together', async () => {
    const oneTimeToken = await cleared(await put());
    const replies = await Promise.all([put(oneTimeToken), put(oneTimeToken)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  it('spends the token even where it is then refused for another reason', async () => {
    const body = { status: 'UNHEARD_OF' };
    const oneTimeToken = await cleared(await put(undefined, { body }));
    expect(resultOf(await put(oneTimeToken, { body }))).toEqual([400, 'APPROVED']);
    expectFreshRefusal(await put(oneTimeToken, { body }), oneTimeToken);
  });

  it('is refused anew with a token that is not cleared, unknown or of another request', async () => {
    const first = tokenOf(await put());
    expectFreshRefusal(await put(first), first);
    expectFreshRefusal(await put('nonsense'), 'nonsense');
    const oneTimeToken = await cleared(await put());
    expectFreshRefusal(await put(oneTimeToken, { body: { status: 'BLOCKED' } }), oneTimeToken);
    expectFreshRefusal(await put(oneTimeToken, { path: `${statusPath}?again` }), oneTimeToken);
    const frozen = statusPath.replace(demoCards.active.token, demoCards.frozen.token);
    expectFreshRefusal(await put(oneTimeToken, { path: frozen }), oneTimeToken);
    expect(resultOf(await put(oneTimeToken))).toEqual(approval);
  });

  it('is refused anew with another user’s token', async () => {
    const oneTimeToken = await cleared(await put());
    const other = await wise.userToken(otherUser);
    expectFreshRefusal(await put(oneTimeToken, { token: other }), oneTimeToken);
  });

  it('is refused anew once the hour is over', async () => {
    const oneTimeToken = await cleared(await put());
    wise.emulator.world.clock.advance(3599);
    const late = await cleared(await put());
    wise.emulator.world.clock.advance(1);
    expectFreshRefusal(await put(oneTimeToken), oneTimeToken);
    expect(resultOf(await put(late))).toEqual(approval);
  });

  it('is refused where it is meant by operation, under a calendar prefix too', async () => {
    await set(wise, { scaRequired: ['PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/status'] });
    expect(resultOf(await put())).toEqual(refusal);
    expect(resultOf(await put(undefined, { path: statusPath.replace('/v3/', '/2026Q3/') }))).toEqual(refusal);
    expect((await wise.ask('GET', statusPath.replace(/\/status$/, ''), { token })).status).toBe(200);
  });

  it('is refused with 400 and no token while the user is blocked', async () => {
    const oneTimeToken = tokenOf(await put());
    await askPasscode(wise, token, 'sms/trigger', oneTimeToken);
    for (let count = 0; count < 5; count++)
      await askPasscode(wise, token, 'sms/verify', oneTimeToken, '000000');
    const blocked = await put();
    expect([...resultOf(blocked), codeOf(blocked), tokenOf(blocked)]).toEqual([400, null, 'sca.blocked', '']);
  });

  it('never means what a token is cleared with', async () => {
    const oneTimeToken = tokenOf(await put());
    await set(wise, { scaRequired: ['/'] });
    expect((await clearBySms(wise, token, oneTimeToken)).status).toBe(200);
    const session = await wise.ask('POST', '/v2/profiles/30000001/sca-sessions/authorise', { token });
    expect(session.status).toBe(200);
  });
});

describe('what Wise protects', () => {
  beforeEach(() => set(wise, { scaRequired: true }));

  it.each(['details', 'pin'])('%s of a card needs a token for that card and that body', async (name) => {
    const privateKey = await testEncryptingKey.current();
    const ask = (encryptedPayload: string, card: string, oneTimeToken?: string) =>
      wise.ask('POST', `${twcard}/${name}`, {
        token,
        body: { keyVersion: 1, encryptedPayload },
        headers: {
          'x-tw-twcard-card-token': card,
          ...(oneTimeToken === undefined ? {} : { 'x-2fa-approval': oneTimeToken }),
        },
      });
    const [jwe, otherJwe] = [makeRequestJwe(privateKey), makeRequestJwe(privateKey)];
    const { active, virtual } = demoCards;
    const refused = await ask(jwe, active.token);
    expect(resultOf(refused)).toEqual(refusal);
    const oneTimeToken = await cleared(refused);
    expectFreshRefusal(await ask(jwe, virtual.token, oneTimeToken), oneTimeToken);
    expectFreshRefusal(await ask(otherJwe, active.token, oneTimeToken), oneTimeToken);
    expect(resultOf(await ask(jwe, active.token, oneTimeToken))).toEqual(approval);
    expect(resultOf(await ask(jwe, active.token))).toEqual(refusal);
  });
});

describe('a request of low risk', () => {
  beforeEach(() => set(wise, { scaRequired: ['low:/v1/me'] }));
  const me = () => wise.ask('GET', '/v1/me', { token });

  it('needs no token for five minutes after one was cleared', async () => {
    const refused = await me();
    expect(resultOf(refused)).toEqual(refusal);
    await cleared(refused);
    wise.emulator.world.clock.advance(299);
    expect(resultOf(await me())).toEqual([200, null]);
    wise.emulator.world.clock.advance(1);
    expect(resultOf(await me())).toEqual(refusal);
  });

  it('is let through by a session that was opened beforehand, and only for its user', async () => {
    const path = '/v2/profiles/30000001/sca-sessions/authorise';
    const { body } = await wise.ask('POST', path, { token });
    const { oneTimeToken } = Object(Reflect.get(Object(body), 'oneTimeTokenProperties'));
    expect(resultOf(await me())).toEqual(refusal);
    await clearBySms(wise, token, oneTimeToken);
    expect(resultOf(await me())).toEqual([200, null]);
    const other = await wise.userToken(otherUser);
    expect(resultOf(await wise.ask('GET', '/v1/me', { token: other }))).toEqual(refusal);
    expect((await wise.ask('POST', path, { token: other })).status).toBe(403);
  });

  it('that is named as one of high risk too counts as such: a session does not help', async () => {
    await cleared(await me());
    await set(wise, { scaRequired: ['low:/v1/me', '/me'] });
    expect(resultOf(await me())).toEqual(refusal);
  });
});
