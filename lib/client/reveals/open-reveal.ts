import { base64url, compactDecrypt } from 'jose';
import type { RevealPublicKey, RevealReply } from '../../contracts/sensitive-details.ts';
import { hasCheckDigit } from '../../format/card-numbers.ts';

export interface RevealedDetails {
  pan: string;
  cvv2: string;
  expiryDate: string;
  cardholderName: string;
}
export interface RevealedPin {
  pin: string;
}

/** What came does not open, or is another card's: none of it is shown. */
export class RevealFault extends Error {
  readonly kind: 'not-opened' | 'another-card';

  constructor(kind: RevealFault['kind']) {
    super(`Revealed data ${kind}`);
    this.kind = kind;
  }
}

export interface RevealKeys {
  publicKey: RevealPublicKey;
  privateKey: CryptoKey;
}

const encodings = { contentEncryptionAlgorithms: ['A256GCM'] };

/** A key pair for one reveal. The private half cannot leave the browser, not even to this page. */
export async function makeRevealKeys(): Promise<RevealKeys> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { publicKey: { kty: 'EC', crv: 'P-256', x, y }, privateKey: pair.privateKey };
}

/**
 * Card number, expiry, CVV and name, for the eyes of whoever asked.
 * @throws RevealFault unless it opens, is the answer to this reveal of this card, and the number ends with the card's last
 * four digits and passes its own check
 */
export async function openDetails(
  reply: RevealReply,
  keys: RevealKeys,
  card: { token: string; lastFourDigits: string },
): Promise<RevealedDetails> {
  const { pan, cvv2, expiryDate, cardholderName } = await open(reply, keys, card.token);
  if (!isText(pan) || !isText(cvv2) || !isText(expiryDate) || !isText(cardholderName))
    throw new RevealFault('not-opened');
  if (!/^\d{12,19}$/.test(pan) || !pan.endsWith(card.lastFourDigits) || !hasCheckDigit(pan))
    throw new RevealFault('another-card');
  return { pan, cvv2, expiryDate, cardholderName };
}

/** @throws RevealFault unless it opens and is the answer to this reveal of this card */
export async function openPin(reply: RevealReply, keys: RevealKeys, cardToken: string): Promise<RevealedPin> {
  const { pin } = await open(reply, keys, cardToken);
  if (!isText(pin) || !/^\d{4,12}$/.test(pin)) throw new RevealFault('not-opened');
  return { pin };
}

const isText = (value: unknown): value is string => typeof value === 'string';

async function open(
  { revealId, sealed }: RevealReply,
  { privateKey }: RevealKeys,
  cardToken: string,
): Promise<Record<string, unknown>> {
  try {
    const outer = await compactDecrypt(sealed, privateKey, {
      ...encodings,
      keyManagementAlgorithms: ['ECDH-ES'],
    });
    const isAsked =
      outer.protectedHeader.apv === base64url.encode(revealId) &&
      outer.protectedHeader.cardToken === cardToken;
    if (!isAsked) throw new RevealFault('another-card');
    const content = readObject(outer.plaintext);
    if (content.form === 'clear') return toObject(content.details);
    // Wise's own answer, under the key that the console made for it and does not use itself.
    const inner = await compactDecrypt(String(content.reply), base64url.decode(String(content.contentKey)), {
      ...encodings,
      keyManagementAlgorithms: ['dir'],
    });
    return readObject(inner.plaintext);
  } catch (error) {
    throw error instanceof RevealFault ? error : new RevealFault('not-opened');
  }
}

const readObject = (bytes: Uint8Array) => toObject(JSON.parse(new TextDecoder().decode(bytes)));

function toObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new RevealFault('not-opened');
  return { ...value };
}
