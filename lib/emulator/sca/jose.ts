import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { EncryptingKey } from '../card-data/encrypting-key.ts';
import { writeReplyJwe } from '../card-data/reply-jwe.ts';
import { type RequestJwe, RequestJweError, readRequestJwe } from '../card-data/request-jwe.ts';
import type { EmulatorContext } from '../wise/context.ts';
import { checkBodyOrThrow, checkContentTypeOrThrow, parseJsonOrThrow } from '../wise/parse.ts';
import { Refusal } from '../wise/refusal.ts';

/** Wise: a payload that cannot be decrypted answers a generic 500. */
const undecryptable = () =>
  new Refusal(500, { message: 'An unexpected error occurred', request_id: randomUUID() });

async function decryptOrThrow(compact: string, key: EncryptingKey): Promise<RequestJwe> {
  try {
    const request = readRequestJwe(compact, await key.current(), ['RSA-OAEP-256']);
    // A key alone carries no tag that would tell whether it is the right one.
    if (request.plaintext.length > 0) return request;
  } catch (error) {
    if (!(error instanceof RequestJweError)) throw error;
  }
  throw undecryptable();
}

/** @throws {Refusal} 415, 500 for what does not decrypt, 400 for what it holds */
export async function parseJose<S extends z.ZodType>(
  c: EmulatorContext,
  key: EncryptingKey,
  schema: S,
): Promise<{ body: z.output<S>; contentKey: Buffer }> {
  checkContentTypeOrThrow(c, /^application\/jose\+json\b/i);
  const compact = await c.req.text();
  const { contentKey, plaintext } = await decryptOrThrow(compact.trim(), key);
  return { body: checkBodyOrThrow(parseJsonOrThrow(plaintext.toString('utf8')), schema), contentKey };
}

/** Wise's guide: the reply is encrypted with the request's content key. Emulator choice: refusals are plain JSON. */
export function answerJose(c: EmulatorContext, contentKey: Buffer, clear: object): Response {
  const jwe = writeReplyJwe(JSON.stringify(clear), contentKey);
  return c.body(jwe, 200, { 'content-type': 'application/jose+json' });
}
