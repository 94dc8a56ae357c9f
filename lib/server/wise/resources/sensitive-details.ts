import 'server-only';
import { encryptingKeyReply } from '../../../contracts/wise/sensitive-details.ts';
import { keyVersion } from '../card-data/request-jwe.ts';
import type { WiseClient } from '../client.ts';
import { fixedWisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export interface WiseSensitiveDetails {
  /** Text of Wise's RSA public key. */
  fetchEncryptingKey(options: CallOptions): Promise<string>;
  /** @param request the JWE that carries the content key. @returns the body as it came; see `readSensitiveReply` */
  readDetails(options: CallOptions, cardToken: string, request: string): Promise<string>;
  readPin(options: CallOptions, cardToken: string, request: string): Promise<string>;
}

export const createSensitiveDetails = (client: WiseClient): WiseSensitiveDetails => {
  const read = (options: CallOptions, what: 'details' | 'pin', cardToken: string, request: string) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      host: 'card-data',
      path: fixedWisePath`/twcard-data/v1/sensitive-card-data/${what}`,
      headers: { 'x-tw-twcard-card-token': cardToken, accept: 'application/jose, application/json' },
      body: { keyVersion, encryptedPayload: request },
      onlyReads: true,
      safe: true,
      reply: 'text',
    });

  return {
    fetchEncryptingKey: async (options) => {
      const { key } = await client.call({
        ...asUser(options),
        method: 'GET',
        host: 'card-data',
        path: fixedWisePath`/twcard-data/v1/clientSideEncryption/fetchEncryptingKey`,
        reply: encryptingKeyReply,
      });
      return key;
    },
    readDetails: (options, cardToken, request) => read(options, 'details', cardToken, request),
    readPin: (options, cardToken, request) => read(options, 'pin', cardToken, request),
  };
};
