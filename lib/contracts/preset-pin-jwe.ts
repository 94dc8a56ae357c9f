import { z } from 'zod';
import { pinLength, presetPinText } from '../catalogues/card-orders.ts';
import { parseJson } from '../format/json.ts';

const header = z.strictObject({ alg: z.literal('RSA-OAEP-256'), enc: z.literal('A256GCM') });
const fewestKeyBytes = 256;
const ivBytes = 12;
const tagBytes = 16;
/** Galois/Counter Mode leaves the length as it is. */
const pinBytes = presetPinText('0'.repeat(pinLength)).length;

/** Whether this is a compact JWE (RFC 7516) of the algorithms, and of the lengths, that an encrypted PIN has. */
export function isPresetPinJwe(text: string): boolean {
  const parts = text.split('.');
  if (parts.length !== 5 || !parts.every((part) => /^[\w-]+$/.test(part) && part.length % 4 !== 1))
    return false;
  const [head, key, iv, ciphertext, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
  return (
    header.safeParse(parseJson(head?.toString('utf8') ?? '')).success &&
    (key?.length ?? 0) >= fewestKeyBytes &&
    iv?.length === ivBytes &&
    ciphertext?.length === pinBytes &&
    tag?.length === tagBytes
  );
}
