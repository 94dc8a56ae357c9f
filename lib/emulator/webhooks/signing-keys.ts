import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export interface SigningKeys {
  privateKey: KeyObject;
  /** PEM, SubjectPublicKeyInfo. */
  publicKeyPem: string;
}

const readKeys = (privateKey: KeyObject): SigningKeys => ({
  privateKey,
  publicKeyPem: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
});

export const readSigningKeys = (privateKeyPem: string): SigningKeys =>
  readKeys(createPrivateKey(privateKeyPem));

export const makeSigningKeys = (): SigningKeys =>
  readKeys(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

/** Wise: base64 of RSA-SHA256 (PKCS1 v1.5) over the raw bytes of the body. */
export const signBody = (keys: SigningKeys, body: string): string =>
  sign('sha256', Buffer.from(body, 'utf8'), keys.privateKey).toString('base64');
