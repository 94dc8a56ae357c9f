import 'server-only';
import { calculateJwkThumbprint, CompactEncrypt, type CryptoKey, importJWK } from 'jose';
import type { RevealPublicKey } from '../../../contracts/sensitive-details.ts';
import { AppError } from '../../http/app-error.ts';
import type { RevealContent } from './ask-wise.ts';

interface RevealKey {
  key: CryptoKey;
  /** RFC 7638 */
  thumbprint: string;
}

/** @throws AppError reveal_key_wrong for a point that is not on the curve */
export async function importRevealKey(publicKey: RevealPublicKey): Promise<RevealKey> {
  try {
    const key = await importJWK(publicKey, 'ECDH-ES');
    if (key instanceof Uint8Array) throw new TypeError('no public key');
    return { key, thumbprint: await calculateJwkThumbprint(publicKey, 'sha256') };
  } catch (cause) {
    throw new AppError('reveal_key_wrong', { cause });
  }
}

/** Only the page that holds the other half opens it, and only as what it is: this reveal, of this card. */
export function sealReveal(
  { key }: RevealKey,
  { revealId, cardToken }: { revealId: string; cardToken: string },
  content: RevealContent,
): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cardToken })
    .setKeyManagementParameters({ apv: new TextEncoder().encode(revealId) })
    .encrypt(key);
}
