import { randomBytes } from 'node:crypto';
import { compactDecrypt } from 'jose';
import { makeRequestJwe, type RequestJweParts } from '../card-data/test-support.ts';
import type { SettingsChange } from '../settings.ts';
import { type Reply, type TestEmulator, testJoseKey } from '../test-support.ts';

export const contentKey = randomBytes(32);

export const set = (wise: TestEmulator, settings: SettingsChange) =>
  wise.ask('POST', '/_emulator/settings', { body: settings });

/** The one-time token a refusal came with. */
export const tokenOf = (reply: Reply): string => reply.headers.get('x-2fa-approval') ?? '';

export const codeOf = ({ body }: Reply): unknown => {
  const [first]: unknown[] = Reflect.get(Object(body), 'errors') ?? [];
  return Reflect.get(Object(first), 'code');
};

export const askPasscode = (
  wise: TestEmulator,
  token: string,
  step: string,
  oneTimeToken: string,
  otpCode = '111111',
) =>
  wise.ask('POST', `/v1/one-time-token/${step}`, {
    token,
    headers: { 'One-Time-Token': oneTimeToken },
    ...(step.endsWith('verify') ? { body: { otpCode } } : {}),
  });

export async function clearBySms(wise: TestEmulator, token: string, oneTimeToken: string): Promise<Reply> {
  await askPasscode(wise, token, 'sms/trigger', oneTimeToken);
  return askPasscode(wise, token, 'sms/verify', oneTimeToken);
}

interface JoseQuestion {
  token: string;
  /** Left out: a wrapped key without anything. */
  body?: object | string;
  oneTimeToken?: string;
  parts?: RequestJweParts;
  contentType?: string;
}

export async function askJose(wise: TestEmulator, path: string, question: JoseQuestion): Promise<Reply> {
  const { body, contentType = 'application/jose+json', oneTimeToken, parts, token } = question;
  const plaintext = typeof body === 'object' ? JSON.stringify(body) : body;
  const content = plaintext === undefined ? {} : { plaintext };
  const sent = { algorithm: 'RSA-OAEP-256', contentKey, ...content, ...parts } as const;
  return wise.ask('POST', path, {
    token,
    body: makeRequestJwe(await testJoseKey.current(), sent),
    headers: {
      'content-type': contentType,
      ...(oneTimeToken === undefined ? {} : { 'One-Time-Token': oneTimeToken }),
    },
  });
}

export async function openJose({ body }: Reply): Promise<unknown> {
  const { plaintext } = await compactDecrypt(String(body), contentKey);
  return JSON.parse(Buffer.from(plaintext).toString('utf8'));
}
