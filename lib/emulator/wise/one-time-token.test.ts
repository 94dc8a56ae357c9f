import { beforeEach, describe, expect, it } from 'vitest';
import { oneTimeTokenStatus, passcodeTriggerReply } from '../../contracts/wise/one-time-token.ts';
import { askPasscode, clearBySms, codeOf, set, tokenOf } from '../sca/test-support.ts';
import { businessUser, type Reply, startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
let token: string;
let oneTimeToken: string;
const refuse = async () => tokenOf(await wise.ask('GET', '/v1/me', { token }));
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
  await set(wise, { scaRequired: ['/v1/me'] });
  oneTimeToken = await refuse();
});

const ask = (step: string, otpCode?: string) => askPasscode(wise, token, step, oneTimeToken, otpCode);
const status = (as = token, of = oneTimeToken, path = '/v1/one-time-token/status') =>
  wise.ask('GET', path, { token: as, headers: { 'One-Time-Token': of } });
const propertiesOf = ({ body }: Reply) => oneTimeTokenStatus.parse(body).oneTimeTokenProperties;
const typesOf = (reply: Reply) => propertiesOf(reply).challenges.map((row) => row.primaryChallenge.type);

describe('status', () => {
  it.each([
    '/v1/one-time-token/status',
    '/v1/identity/one-time-token/status',
    '/2026Q3/one-time-token/status',
  ])('%s tells what is to be cleared and how long there is', async (path) => {
    wise.emulator.world.clock.advance(600.5);
    const reply = await status(token, oneTimeToken, path);
    expect(reply.body).toEqual({
      oneTimeTokenProperties: {
        oneTimeToken,
        challenges: [
          {
            primaryChallenge: { type: 'SMS', viewData: { attributes: { userId: businessUser } } },
            alternatives: ['WHATSAPP', 'VOICE'],
            required: true,
            passed: false,
          },
        ],
        validity: 3000,
        userId: businessUser,
      },
    });
    expect(propertiesOf(reply).validity).toBe(3000);
  });

  it('names the action of an operation Wise protects', async () => {
    await set(wise, { scaRequired: true });
    const refused = await wise.ask('POST', '/twcard-data/v1/sensitive-card-data/pin', { token, body: {} });
    expect(propertiesOf(await status(token, tokenOf(refused))).actionType).toBe('CARD__GET_PIN');
  });

  it('without a token, of an unknown, a foreign, an expired or a spent one answers 400', async () => {
    const other = await wise.userToken(20_000_101);
    const replies = [
      await wise.ask('GET', '/v1/one-time-token/status', { token }),
      await status(token, 'nonsense'),
      await status(token, '00000000-0000-4000-8000-000000000000'),
      await status(other),
    ];
    await clearBySms(wise, token, oneTimeToken);
    await wise.ask('GET', '/v1/me', { token, headers: { 'x-2fa-approval': oneTimeToken } });
    replies.push(await status());
    const late = await refuse();
    wise.emulator.world.clock.advance(3600);
    replies.push(await status(token, late));
    for (const reply of replies)
      expect([reply.status, codeOf(reply)]).toEqual([400, 'one.time.token.invalid']);
  });

  it('takes a user’s token only', async () => {
    expect((await status(await wise.clientToken())).status).toBe(403);
  });

  it('can be read from the state', async () => {
    const { body } = await wise.ask('GET', '/_emulator/state/one-time-tokens');
    expect(body).toMatchObject({ items: [{ token: oneTimeToken, userId: businessUser, isSpent: false }] });
  });
});

describe('passcode', () => {
  it('is sent to the user’s number, of which the last four digits are shown', async () => {
    const { body } = await ask('sms/trigger');
    expect(passcodeTriggerReply.parse(body)).toEqual({ obfuscatedPhoneNo: '*********0001' });
  });

  it.each(['sms', 'whatsapp', 'voice'])('by %s clears the challenge', async (way) => {
    expect((await ask(`${way}/trigger`)).status).toBe(200);
    const reply = await ask(`${way}/verify`);
    expect([reply.status, typesOf(reply)]).toEqual([200, []]);
    expect(typesOf(await status())).toEqual([]);
    expect(codeOf(await ask(`${way}/verify`))).toBe('challenge.not.found');
    expect(codeOf(await ask(`${way}/trigger`))).toBe('challenge.not.found');
  });

  it('that was not sent, or was sent another way, answers 400', async () => {
    expect(codeOf(await ask('sms/verify'))).toBe('otp.not.triggered');
    await ask('voice/trigger');
    const reply = await ask('sms/verify');
    expect([reply.status, codeOf(reply)]).toEqual([400, 'otp.not.triggered']);
  });

  it('that is wrong answers 400 and can be tried again', async () => {
    await ask('sms/trigger');
    const reply = await ask('sms/verify', '000000');
    expect([reply.status, codeOf(reply)]).toEqual([400, 'otp.code.invalid']);
    expect(typesOf(await status())).toEqual(['SMS']);
    expect((await ask('sms/verify')).status).toBe(200);
  });

  it('that is missing answers 400', async () => {
    const headers = { 'One-Time-Token': oneTimeToken };
    const reply = await wise.ask('POST', '/v1/one-time-token/sms/verify', { token, headers, body: {} });
    expect(reply.status).toBe(400);
  });

  it('cannot be sent to a user without a number', async () => {
    const { phoneNumbers } = wise.emulator.world;
    for (const { id } of phoneNumbers.slice(businessUser)) phoneNumbers.delete(String(id));
    const reply = await ask('sms/trigger');
    expect([reply.status, codeOf(reply)]).toEqual([400, 'phone.number.not.found']);
  });

  it('clears nothing a token does not ask for', async () => {
    await set(wise, { scaChallenges: ['PIN'] });
    oneTimeToken = await refuse();
    expect(codeOf(await ask('sms/trigger'))).toBe('challenge.not.found');
    expect(codeOf(await ask('sms/verify'))).toBe('challenge.not.found');
  });

  it('clears its own challenge before one it is an alternative of', async () => {
    await set(wise, { scaChallenges: ['SMS', 'VOICE'] });
    oneTimeToken = await refuse();
    await ask('voice/trigger');
    expect(typesOf(await ask('voice/verify'))).toEqual(['SMS']);
    expect(typesOf(await ask('voice/verify'))).toEqual([]);
  });
});

describe('five failures in a row', () => {
  const fail = async (times: number) => {
    for (let count = 0; count < times; count++)
      expect(codeOf(await ask('sms/verify', '000000'))).toBe('otp.code.invalid');
  };
  beforeEach(() => ask('sms/trigger'));

  it('block the user for a quarter of an hour', async () => {
    await fail(5);
    const session = () => wise.ask('POST', '/v2/profiles/30000001/sca-sessions/authorise', { token });
    for (const reply of [await ask('sms/verify'), await session()])
      expect([reply.status, codeOf(reply)]).toEqual([400, 'sca.blocked']);
    wise.emulator.world.clock.advance(899);
    expect(codeOf(await ask('sms/verify'))).toBe('sca.blocked');
    wise.emulator.world.clock.advance(1);
    expect((await session()).status).toBe(200);
    await fail(4);
    expect((await ask('sms/verify')).status).toBe(200);
  });

  it('are counted anew after a success, and what fails for another reason does not count', async () => {
    await fail(4);
    expect(codeOf(await ask('voice/verify'))).toBe('otp.not.triggered');
    expect((await ask('sms/verify')).status).toBe(200);
    oneTimeToken = await refuse();
    await ask('sms/trigger');
    await fail(4);
    expect((await ask('sms/verify')).status).toBe(200);
  });

  it('leave other users alone', async () => {
    await fail(5);
    const other = await wise.userToken(20_000_101);
    const reply = await wise.ask('POST', '/v2/profiles/30000101/sca-sessions/authorise', { token: other });
    expect(propertiesOf(reply)).toMatchObject({ actionType: 'SCA_SESSION__AUTHORISE', userId: '20000101' });
  });
});
