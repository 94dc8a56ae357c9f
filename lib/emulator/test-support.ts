import { createApp } from './app.ts';
import { EncryptingKey } from './card-data/encrypting-key.ts';
import { createEmulator, type Emulator } from './emulator.ts';
import type { SeedName } from './seeds/seed.ts';
import type { WebhookAnswer } from './webhooks/send-webhook.ts';
import { makeSigningKeys } from './webhooks/signing-keys.ts';
import { newestRefreshTokenOf } from './wise/grants.ts';

/** Time stands still, so that nothing depends on how fast the machine is; tests advance the emulator's clock. */
const stoppedAtMs = Date.UTC(2026, 10, 21, 9, 30);

/** Making an RSA key takes longer than a test; one a file is enough. */
export const testKeys = makeSigningKeys();
/** Made by the first test of a file that needs it. */
export const testEncryptingKey = new EncryptingKey();
export const testJoseKey = new EncryptingKey();

export interface SentWebhook {
  url: string;
  body: string;
  headers: Record<string, string>;
}

export interface Ask {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Reply {
  status: number;
  body: unknown;
  headers: Headers;
}

export const basic = (id = 'demo-client', secret = 'demo-secret') =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The real app over `app.request()`, on a seed, with a receiver of webhooks that answers what the test says. */
export function startTestEmulator(seed: SeedName = 'demo') {
  const sent: SentWebhook[] = [];
  let answer: () => Promise<WebhookAnswer> = async () => ({ status: 200, retryAfter: null });
  const emulator: Emulator = createEmulator({
    keys: testKeys,
    encryptingKey: testEncryptingKey,
    joseKey: testJoseKey,
    realNow: () => stoppedAtMs,
    send: (url, body, headers) => {
      sent.push({ url, body, headers });
      return answer();
    },
  });
  emulator.reset(seed);
  const { app, registered } = createApp(emulator, (error) => {
    throw error;
  });

  const ask = async (
    method: string,
    path: string,
    { body, headers = {}, token }: Ask = {},
  ): Promise<Reply> => {
    const reply = await app.request(path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: reply.status, body: parse(await reply.text()), headers: reply.headers };
  };

  const grant = (form: Record<string, string>, authorization = basic()) =>
    ask('POST', '/oauth/token', {
      body: new URLSearchParams(form).toString(),
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    });

  const tokenOf = (reply: Reply): string => String(Reflect.get(Object(reply.body), 'access_token'));

  const refreshTokenOf = (userId: number) => newestRefreshTokenOf(emulator.world, userId)?.token ?? '';

  return {
    emulator,
    app,
    registered,
    sent,
    ask,
    grant,
    tokenOf,
    answerWebhooks: (next: () => Promise<WebhookAnswer>) => {
      answer = next;
    },
    refreshTokenOf,
    userToken: async (userId: number) =>
      tokenOf(await grant({ grant_type: 'refresh_token', refresh_token: refreshTokenOf(userId) })),
    clientToken: async () => tokenOf(await grant({ grant_type: 'client_credentials' })),
  };
}

export type TestEmulator = ReturnType<typeof startTestEmulator>;
export const businessUser = 20_000_001;
