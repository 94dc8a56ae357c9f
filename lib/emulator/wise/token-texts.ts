import { createHash } from 'node:crypto';

/**
 * How user tokens look. Wise: a UUID today; they become encrypted JWTs. `long` = opaque, of a size that does not fit
 * where somebody counted on a UUID.
 */
export const tokenForms = ['uuid', 'long', 'jwt'] as const;
export type TokenForm = (typeof tokenForms)[number];

const longBytes = 1_800;

/** As many bytes as are wanted, the same ones for the same name. */
function bytesOf(name: string, bytes: number): Buffer {
  const parts = Array.from({ length: Math.ceil(bytes / 32) }, (_, index) =>
    createHash('sha256').update(`${name} ${index}`).digest(),
  );
  return Buffer.concat(parts).subarray(0, bytes);
}

function jweText(name: string, bytes: number): string {
  const part = (which: string, length: number) => bytesOf(`${name} ${which}`, length).toString('base64url');
  const header = Buffer.from('{"alg":"dir","enc":"A256GCM","typ":"JWT"}').toString('base64url');
  return `${header}..${part('iv', 12)}.${part('text', bytes)}.${part('tag', 16)}`;
}

/** Numbered per user: after a reset a user gets the same tokens again, and never one that was another's. */
export function userTokenText(form: TokenForm, userId: number, number: number): string {
  const name = `user ${userId} ${number}`;
  if (form === 'long') return bytesOf(name, longBytes).toString('base64url');
  if (form === 'jwt') return jweText(name, longBytes);
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** The refresh token that comes with it; short ones are told apart by their number alone. */
export function longRefreshTokenText(form: TokenForm, userId: number, number: number): string {
  return userTokenText(form, userId, -number);
}

/** Wise: client tokens become encrypted JWTs, so they are long and their content is nobody's business. */
export const clientTokenText = (clientId: string, number: number): string =>
  jweText(`client ${clientId} ${number}`, 520);
