import 'server-only';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { hasMark } from '../../http/shared-class.ts';
import type { Clock } from '../clock.ts';

const mark = Symbol.for('wise-admin-console.UnusableKey');

/** What Wise sent as its key is none that the console encrypts to. */
export class UnusableKey extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasMark(value, mark);
  }

  readonly [mark] = true;

  constructor(reason: string) {
    super(`Wise's encrypting key: ${reason}`);
    this.name = 'UnusableKey';
  }
}

const fewestBits = 2048;
const keepForMs = 5 * 60 * 1000;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Wise does not say whether its key comes as PEM or as bare base64 of the same DER: both are read.
 * @throws UnusableKey for anything but an RSA public key of at least 2048 bits
 */
export function parseEncryptingKey(text: string): KeyObject {
  const key = readKey(text);
  if (key.asymmetricKeyType !== 'rsa') throw new UnusableKey('not RSA');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < fewestBits) throw new UnusableKey(`only ${bits} bits`);
  return key;
}

function readKey(text: string): KeyObject {
  const der = text.replace(/-----(BEGIN|END) PUBLIC KEY-----/g, '').replace(/\s+/g, '');
  if (!base64.test(der)) throw new UnusableKey('neither PEM nor base64');
  try {
    return createPublicKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'spki' });
  } catch {
    throw new UnusableKey('not a public key');
  }
}

/** Wise's key, asked for once by whoever comes first and kept for five minutes at most. */
export class EncryptingKeys {
  #clock: Pick<Clock, 'now'>;
  #kept: { key: Promise<KeyObject>; atMs: number } | undefined;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** @param fetchKey asks Wise for the key's text */
  async get(fetchKey: () => Promise<string>): Promise<KeyObject> {
    const now = this.#clock.now();
    if (!this.#kept || now - this.#kept.atMs >= keepForMs) {
      const key = fetchKey().then(parseEncryptingKey);
      const kept = { key, atMs: now };
      this.#kept = kept;
      key.catch(() => {
        if (this.#kept === kept) this.#kept = undefined;
      });
    }
    return this.#kept.key;
  }

  /** What was encrypted to it could not be read: the next one asks Wise. */
  forget(): void {
    this.#kept = undefined;
  }
}
