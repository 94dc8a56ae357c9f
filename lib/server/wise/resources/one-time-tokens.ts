import 'server-only';
import { compactDecrypt } from 'jose';
import { z } from 'zod';
import {
  josePublicKeyReply,
  type OneTimeToken,
  oneTimeToken,
  oneTimeTokenStatus,
  passcodeTriggerReply,
} from '../../../contracts/wise/one-time-token.ts';
import type { EncryptingKeys } from '../card-data/encrypting-key.ts';
import { readSensitiveReply } from '../card-data/read-sensitive-reply.ts';
import { makeRequestJwe } from '../card-data/request-jwe.ts';
import type { WiseClient } from '../client.ts';
import { WiseError } from '../errors.ts';
import { type WisePath, wisePath } from '../path.ts';
import { asClient, asUser, type CallOptions } from './options.ts';

/** How a passcode reaches its user. */
export type PasscodeWay = 'sms' | 'whatsapp' | 'voice';

export interface WiseOneTimeTokens {
  /** What is left to be cleared. */
  getStatus(options: CallOptions, token: string): Promise<OneTimeToken>;
  /** Sends a passcode. @returns the end of the number it went to, as Wise hides it */
  triggerPasscode(options: CallOptions, token: string, way: PasscodeWay): Promise<string>;
  verifyPasscode(
    options: CallOptions,
    token: string,
    way: PasscodeWay,
    otpCode: string,
  ): Promise<OneTimeToken>;
  /** The user's PIN for confirmations, encrypted. */
  verifyPin(options: CallOptions, token: string, profileId: string, pin: string): Promise<OneTimeToken>;
  verifyDeviceFingerprint(
    options: CallOptions,
    token: string,
    profileId: string,
    deviceFingerprint: string,
  ): Promise<OneTimeToken>;
}

const cleared = z.union([
  oneTimeTokenStatus.transform(({ oneTimeTokenProperties }) => oneTimeTokenProperties),
  oneTimeToken,
]);

/** Wise: the only pair its JOSE endpoints take. */
const joseWrapping = 'RSA-OAEP-256';
const joseHeaders = {
  accept: 'application/jose+json',
  'content-type': 'application/jose+json',
  'accept-encoding': 'identity',
  'content-encoding': 'identity',
  'x-tw-jose-method': 'jwe',
};

/** Never repeated: a wrong factor counts. What becomes of one without an answer, the token's status tells. */
const settledByStatus = { onlyReads: true } as const;

/** @param keys Wise's key for JOSE payloads, another one than that for card data */
export function createOneTimeTokens(client: WiseClient, keys: EncryptingKeys): WiseOneTimeTokens {
  const named = (token: string) => ({ 'one-time-token': token });

  const fetchJoseKey = async (options: CallOptions) => {
    const { keyMaterial } = await client.call({
      ...asClient(options),
      method: 'GET',
      path: wisePath`/v1/auth/jose/response/public-keys`,
      query: { algorithm: 'RSA_OAEP_256', scope: 'PAYLOAD_ENCRYPTION' },
      reply: josePublicKeyReply,
    });
    return keyMaterial.keyMaterial;
  };

  /** Wise's reference has a clear answer where its text says that it is encrypted: both are read. */
  const verifyEncrypted = async (options: CallOptions, token: string, path: WisePath, factor: object) => {
    const key = await keys.get(() => fetchJoseKey(options));
    const { contentKey, jwe } = makeRequestJwe(key, joseWrapping, JSON.stringify(factor));
    try {
      const text = await client.call({
        ...asUser(options),
        method: 'POST',
        path,
        headers: { ...joseHeaders, ...named(token) },
        text: jwe,
        ...settledByStatus,
        reply: 'text',
      });
      return cleared.parse(await readJoseReply(text, contentKey));
    } catch (error) {
      // Wise answers a plain 500 for what it cannot decrypt: the next one is encrypted to its newest key.
      if (!(error instanceof WiseError) || error.kind === 'unavailable') keys.forget();
      throw error;
    }
  };

  return {
    getStatus: async (options, token) => {
      const { oneTimeTokenProperties } = await client.call({
        ...asUser(options),
        method: 'GET',
        path: wisePath`/v1/one-time-token/status`,
        headers: named(token),
        reply: oneTimeTokenStatus,
      });
      return oneTimeTokenProperties;
    },

    triggerPasscode: async (options, token, way) => {
      const { obfuscatedPhoneNo } = await client.call({
        ...asUser(options),
        method: 'POST',
        path: wisePath`/v1/one-time-token/${way}/trigger`,
        headers: named(token),
        ...settledByStatus,
        reply: passcodeTriggerReply,
      });
      return obfuscatedPhoneNo;
    },

    verifyPasscode: async (options, token, way, otpCode) => {
      const { oneTimeTokenProperties } = await client.call({
        ...asUser(options),
        method: 'POST',
        path: wisePath`/v1/one-time-token/${way}/verify`,
        headers: named(token),
        body: { otpCode },
        ...settledByStatus,
        reply: oneTimeTokenStatus,
      });
      return oneTimeTokenProperties;
    },

    verifyPin: (options, token, profileId, pin) =>
      verifyEncrypted(options, token, wisePath`/v2/profiles/${profileId}/pin/verify`, { pin }),

    verifyDeviceFingerprint: (options, token, profileId, deviceFingerprint) =>
      verifyEncrypted(options, token, wisePath`/v2/profiles/${profileId}/device-fingerprints/verify`, {
        deviceFingerprint,
      }),
  };
}

async function readJoseReply(text: string, contentKey: Buffer): Promise<unknown> {
  const read = readSensitiveReply(text);
  if (read?.form !== 'jwe') return read?.body;
  const { plaintext } = await compactDecrypt(read.reply, contentKey, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  return JSON.parse(new TextDecoder().decode(plaintext));
}
