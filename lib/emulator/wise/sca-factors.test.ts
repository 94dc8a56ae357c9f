import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  deviceFingerprintReply,
  oneTimeToken as oneTimeTokenReply,
} from '../../contracts/wise/one-time-token.ts';
import { askJose, askPasscode, clearBySms, codeOf, openJose, set, tokenOf } from '../sca/test-support.ts';
import {
  businessUser,
  type Reply,
  startTestEmulator,
  type TestEmulator,
  testJoseKey,
} from '../test-support.ts';

const pinPath = '/v2/profiles/30000001/pin';
const devicePath = '/v2/profiles/30000001/device-fingerprints';
const device = { deviceFingerprint: 'first device' };

beforeAll(() => testJoseKey.current(), 60_000);

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

const refuse = async (...scaChallenges: ('PIN' | 'SMS' | 'PARTNER_DEVICE_FINGERPRINT')[]) => {
  await set(wise, { scaRequired: ['/v1/me'], scaChallenges });
  return tokenOf(await wise.ask('GET', '/v1/me', { token }));
};
const verifyPin = (oneTimeToken: string, pin = '1234') =>
  askJose(wise, `${pinPath}/verify`, { token, oneTimeToken, body: { pin } });
const verifyDevice = (oneTimeToken: string, body = device) =>
  askJose(wise, `${devicePath}/verify`, { token, oneTimeToken, body });
const leftOf = async (reply: Reply) =>
  oneTimeTokenReply.parse(await openJose(reply)).challenges.map((row) => row.primaryChallenge.type);
const repeat = async (oneTimeToken: string) =>
  (await wise.ask('GET', '/v1/me', { token, headers: { 'x-2fa-approval': oneTimeToken } })).status;
const refusalOf = (reply: Reply) => [reply.status, codeOf(reply)];

describe('PIN', () => {
  it('clears its challenge; the reply is encrypted with the request’s key', async () => {
    const oneTimeToken = await refuse('PIN');
    const reply = await verifyPin(oneTimeToken);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/jose+json']);
    expect(await openJose(reply)).toEqual({
      oneTimeToken,
      challenges: [],
      validity: 3600,
      userId: businessUser,
    });
    expect(await repeat(oneTimeToken)).toBe(200);
  });

  it('that is wrong answers 400; five of them block the right one too', async () => {
    const oneTimeToken = await refuse('PIN');
    for (let count = 0; count < 5; count++)
      expect(refusalOf(await verifyPin(oneTimeToken, '4321'))).toEqual([400, 'pin.invalid']);
    expect(refusalOf(await verifyPin(oneTimeToken))).toEqual([400, 'sca.blocked']);
    wise.emulator.world.clock.advance(900);
    expect((await verifyPin(oneTimeToken)).status).toBe(200);
  });

  it('can be taken away, verified in vain, set up again and not twice', async () => {
    const oneTimeToken = await refuse('PIN');
    const setUp = (pin: string) => askJose(wise, pinPath, { token, body: { pin } });
    expect(refusalOf(await setUp('9876'))).toEqual([409, 'pin.exists']);
    expect((await wise.ask('DELETE', pinPath, { token })).status).toBe(204);
    expect(refusalOf(await wise.ask('DELETE', pinPath, { token }))).toEqual([404, 'pin.not.found']);
    expect(refusalOf(await verifyPin(oneTimeToken))).toEqual([404, 'pin.not.found']);
    expect((await setUp('9876')).status).toBe(200);
    expect(refusalOf(await verifyPin(oneTimeToken))).toEqual([400, 'pin.invalid']);
    expect((await verifyPin(oneTimeToken, '9876')).status).toBe(200);
  });

  it('is kept as a digest that differs between users', () => {
    const digests = wise.emulator.world.scaFactors.all().map(({ pinDigest }) => pinDigest);
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(digests).size).toBe(wise.emulator.world.users.size);
  });

  it.each(['123', '12345', 'abcd'])('%s answers 400 and is no failure', async (pin) => {
    const oneTimeToken = await refuse('PIN');
    expect((await verifyPin(oneTimeToken, pin)).status).toBe(400);
    expect(wise.emulator.world.scaFactors.get(businessUser)?.failures).toBe(0);
  });

  it('clears nothing where it is not asked for, nor for another’s profile', async () => {
    const oneTimeToken = await refuse('SMS');
    expect(refusalOf(await verifyPin(oneTimeToken))).toEqual([400, 'challenge.not.found']);
    const path = '/v2/profiles/30000101/pin/verify';
    expect((await askJose(wise, path, { token, oneTimeToken, body: { pin: '1234' } })).status).toBe(403);
    expect((await askJose(wise, `${pinPath}/verify`, { token, body: { pin: '1234' } })).status).toBe(400);
  });
});

describe('what is encrypted', () => {
  const body = { pin: '1234' };
  it.each([
    ['RSA1_5', { body, parts: { algorithm: 'RSA1_5' } }],
    ['a key alone', {}],
    ['an empty text', { body: '' }],
    ['a key that cannot be unwrapped', { body, parts: { wrapped: Buffer.alloc(256, 1) } }],
    ['a wrong header', { body, parts: { header: '{' } }],
  ] as const)('with %s answers a generic 500', async (_, question) => {
    const reply = await askJose(wise, pinPath, { token, ...question });
    expect([reply.status, reply.body]).toEqual([
      500,
      { message: 'An unexpected error occurred', request_id: expect.any(String) },
    ]);
  });

  it('but is no JSON, or lacks something, answers 400; another content type 415', async () => {
    expect((await askJose(wise, pinPath, { token, body: 'nonsense' })).status).toBe(400);
    expect((await askJose(wise, devicePath, { token, body: { pin: '1234' } })).status).toBe(400);
    const json = { token, body: device, contentType: 'application/json' };
    expect((await askJose(wise, devicePath, json)).status).toBe(415);
  });
});

describe('device fingerprint', () => {
  const add = (deviceFingerprint: string) =>
    askJose(wise, devicePath, { token, body: { deviceFingerprint } });
  const idOf = async (reply: Reply) =>
    deviceFingerprintReply.parse(await openJose(reply)).deviceFingerprintId;

  it('clears its challenge once it is known', async () => {
    const oneTimeToken = await refuse('PARTNER_DEVICE_FINGERPRINT');
    expect(refusalOf(await verifyDevice(oneTimeToken))).toEqual([404, 'device.fingerprint.not.found']);
    await add(device.deviceFingerprint);
    const wrong = await verifyDevice(oneTimeToken, { deviceFingerprint: 'another' });
    expect(refusalOf(wrong)).toEqual([400, 'device.fingerprint.invalid']);
    expect(wise.emulator.world.scaFactors.get(businessUser)?.failures).toBe(1);
    expect(await leftOf(await verifyDevice(oneTimeToken))).toEqual([]);
    expect(await repeat(oneTimeToken)).toBe(200);
  });

  it('can be added three times, each once, and taken away', async () => {
    const id = await idOf(await add('one'));
    await add('two');
    await add('three');
    expect(refusalOf(await add('two'))).toEqual([409, 'device.fingerprint.exists']);
    expect(refusalOf(await add('four'))).toEqual([400, 'device.fingerprint.max.reached']);
    const remove = () => wise.ask('DELETE', `${devicePath}/${id}`, { token });
    expect((await remove()).status).toBe(204);
    expect(refusalOf(await remove())).toEqual([404, 'device.fingerprint.not.found']);
    expect((await add('four')).status).toBe(200);
  });
});

describe('two factors', () => {
  it('are both needed, in either order', async () => {
    for (const isPinFirst of [true, false]) {
      const oneTimeToken = await refuse('SMS', 'PIN');
      if (isPinFirst) expect(await leftOf(await verifyPin(oneTimeToken))).toEqual(['SMS']);
      else await clearBySms(wise, token, oneTimeToken);
      expect(await repeat(oneTimeToken)).toBe(403);
      if (isPinFirst) await clearBySms(wise, token, oneTimeToken);
      else expect(await leftOf(await verifyPin(oneTimeToken))).toEqual([]);
      expect(await repeat(oneTimeToken)).toBe(200);
    }
  });

  it('count failures together', async () => {
    const oneTimeToken = await refuse('SMS', 'PIN');
    await askPasscode(wise, token, 'sms/trigger', oneTimeToken);
    for (let count = 0; count < 3; count++) await verifyPin(oneTimeToken, '4321');
    for (let count = 0; count < 2; count++)
      await askPasscode(wise, token, 'sms/verify', oneTimeToken, '000000');
    expect(refusalOf(await verifyPin(oneTimeToken))).toEqual([400, 'sca.blocked']);
  });
});
