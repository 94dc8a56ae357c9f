import type { JosePublicKeyReply } from '../../contracts/wise/one-time-token.ts';
import { printPublicKey } from '../card-data/encrypting-key.ts';
import type { Emulator } from '../emulator.ts';
import { fieldRefusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

const algorithm = 'RSA_OAEP_256';
const scope = 'PAYLOAD_ENCRYPTION';
const version = 1;

const notServed = (path: string, value: string | undefined) =>
  fieldRefusal(path, `must be ${path === 'scope' ? scope : algorithm}`, value ?? '');

export function registerJoseKeys(router: WiseRouter, { joseKey }: Emulator): void {
  // Emulator choice: only payloads are encrypted, nothing is signed, so keys for signatures answer 400.
  router.forClient('GET /v1/auth/jose/response/public-keys', async (c) => {
    const asked = c.req.query();
    if (asked.algorithm !== algorithm) throw notServed('algorithm', asked.algorithm);
    if (asked.scope !== scope) throw notServed('scope', asked.scope);
    if (asked.version !== undefined && asked.version !== String(version))
      throw validationRefusal(404, { code: 'key.not.found', message: 'No such version', path: 'version' });
    const keyMaterial = printPublicKey(await joseKey.current(), 'spki');
    return c.json({ version, keyMaterial: { algorithm, keyMaterial }, scope } satisfies JosePublicKeyReply);
  });
}
