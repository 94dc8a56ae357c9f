import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

export const keyFormats = ['spki', 'pem'] as const;
export type KeyFormat = (typeof keyFormats)[number];

/** Wise: 2048 bits, as the samples of its collection show. */
const makePrivateKey = async (): Promise<KeyObject> =>
  (await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })).privateKey;

/**
 * A key clients wrap their content keys with; Wise has one for card data and another for JOSE. Made when first asked for: it
 * takes a second most runs need not wait.
 */
export class EncryptingKey {
  readonly #keep: (privateKey: KeyObject) => void;
  #current: Promise<KeyObject> | undefined;

  /**
   * @param kept the private key of an earlier run
   * @param keep told of each key that is made
   */
  constructor(kept: KeyObject | null = null, keep: (privateKey: KeyObject) => void = () => {}) {
    this.#keep = keep;
    if (kept) this.#current = Promise.resolve(kept);
  }

  /** @returns the private key, from which the public one follows */
  current(): Promise<KeyObject> {
    this.#current ??= this.#make();
    return this.#current;
  }

  /** What was wrapped with the key before can no longer be unwrapped. */
  async rotate(): Promise<void> {
    // One after the other, so that the key kept last is the one in use.
    this.#current = Promise.allSettled([this.#current]).then(() => this.#make());
    await this.#current;
  }

  async #make(): Promise<KeyObject> {
    const privateKey = await makePrivateKey();
    this.#keep(privateKey);
    return privateKey;
  }
}

/** spki: base64 of the DER, without armour. */
export function printPublicKey(privateKey: KeyObject, format: KeyFormat): string {
  const publicKey = createPublicKey(privateKey);
  if (format === 'pem') return publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
}
