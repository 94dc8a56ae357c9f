import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const script = fileURLToPath(new URL('./jose_by_another_hand.py', import.meta.url));
/** Debian's own, which has the package; whatever else is called python3 may not. */
const python = '/usr/bin/python3';

/** Whether Debian's python3-jwcrypto is on this machine: JOSE by another hand than the console's. */
export const hasJwcrypto = (): boolean => spawnSync(python, ['-c', 'import jwcrypto']).status === 0;

function ask<T extends z.ZodType>(act: string, reply: T, input: Record<string, unknown>): z.output<T> {
  const { status, stderr, stdout } = spawnSync(python, [script], {
    input: JSON.stringify({ act, ...input }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`jwcrypto ${act}: ${stderr}`);
  return reply.parse(JSON.parse(stdout));
}

const jwk = z.record(z.string(), z.string());
type Jwk = z.output<typeof jwk>;
const withContentKey = z.object({ jwe: z.string(), contentKey: z.string() });
type RsaAlgorithm = 'RSA1_5' | 'RSA-OAEP-256';

export const newRsaKey = () =>
  ask('new_key', z.object({ private: jwk, spki: z.string() }), { parameters: { kty: 'RSA', size: 2048 } });
export const newEcKey = () =>
  ask('new_key', z.object({ private: jwk, public: z.object({ x: z.string(), y: z.string() }) }), {
    parameters: { kty: 'EC', crv: 'P-256' },
  });
/** The wrapped content key alone, as card data is asked for. @param spki base64 of the DER */
export const wrapAlone = (spki: string, alg: RsaAlgorithm) =>
  ask('wrap_alone', withContentKey, { spki, alg });
export const unwrapAlone = (jwe: string, privateKey: Jwk) =>
  ask(
    'unwrap_alone',
    z.object({ alg: z.string(), contentKey: z.string(), ivBytes: z.number(), rest: z.string() }),
    { jwe, private: privateKey },
  );
export const encrypt = (plaintext: string, spki: string, alg: RsaAlgorithm) =>
  ask('encrypt', withContentKey, { plaintext, spki, alg });
export const encryptDirect = (plaintext: string, contentKey: string) =>
  ask('encrypt_direct', z.object({ jwe: z.string() }), { plaintext, contentKey }).jwe;
export const decrypt = (jwe: string, key: Jwk) =>
  ask('decrypt', z.object({ plaintext: z.string(), header: z.record(z.string(), z.unknown()) }), {
    jwe,
    key,
  });
export const contentKeyJwk = (contentKey: string): Jwk => ({ kty: 'oct', k: contentKey });
