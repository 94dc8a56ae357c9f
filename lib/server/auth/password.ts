import 'server-only';
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { N: 32768, r: 8, p: 1 };
const keyLength = 32;

function derive(password: string, salt: Buffer, { N, r, p }: typeof cost, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost, keyLength);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Takes as long for a person without a password as for one with, so that the answer's time tells nothing. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [scheme, n, r, p, salt, hash] = (stored ?? (await unusableHash())).split('$');
  if (scheme !== 'scrypt' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64');
  const key = await derive(
    password,
    Buffer.from(salt, 'base64'),
    { N: Number(n), r: Number(r), p: Number(p) },
    expected.length,
  );
  return stored !== null && timingSafeEqual(key, expected);
}

let unusable: Promise<string> | undefined;
const unusableHash = () => (unusable ??= hashPassword(randomBytes(32).toString('base64')));

const temporaryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Readable over a counter: four groups of five, no letters that look alike; 99 bits. */
export function makeTemporaryPassword(): string {
  const letters = Array.from(
    randomBytes(20),
    (byte) => temporaryAlphabet[byte % temporaryAlphabet.length],
  ).join('');
  return (letters.match(/.{5}/g) ?? []).join('-');
}
