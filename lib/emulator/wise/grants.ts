import type { RefreshTokenRecord, TokenRecord } from '../entities.ts';
import { refreshTokenText } from '../seeds/build.ts';
import type { World } from '../world.ts';
import { longRefreshTokenText } from './token-texts.ts';

/** A new one each time. @param gotBy the refresh token it was asked for with; null begins a grant of its own */
export function issueRefreshToken(world: World, userId: number, gotBy: string | null): RefreshTokenRecord {
  const user = world.users.get(userId);
  const number = (user?.refreshTokensIssued ?? 0) + 1;
  if (user) world.users.put({ ...user, refreshTokensIssued: number });
  const { tokenForm } = world.settings;
  const token =
    tokenForm === 'uuid' ? refreshTokenText(userId, number) : longRefreshTokenText(tokenForm, userId, number);
  return world.refreshTokens.put({ token, userId, number, gotBy, isRevoked: false });
}

/** What a console that begins is given. Revoked or not: it then finds out by itself. */
export function newestRefreshTokenOf(world: World, userId: number): RefreshTokenRecord | undefined {
  return world.refreshTokens
    .slice(userId)
    .reduce<RefreshTokenRecord | undefined>(
      (newest, row) => (newest && newest.number > row.number ? newest : row),
      undefined,
    );
}

/**
 * Emulator choice: a number that was not reached yet comes from before a reset. It is taken in place of the seed's, so that a
 * console which goes on after a reset is not locked out.
 */
export function adoptFromBeforeReset(world: World, token: string): RefreshTokenRecord | undefined {
  const [, userId, digits] = /^demo-refresh-(\d{1,15})-(\d{1,9})$/.exec(token) ?? [];
  const user = world.users.get(userId ?? '');
  const number = Number(digits);
  if (!user || user.refreshTokensIssued === 0 || number <= user.refreshTokensIssued) return undefined;
  const rows = world.refreshTokens.slice(user.id);
  if (rows.some((row) => row.isRevoked)) return undefined;
  for (const row of rows) world.refreshTokens.delete(row.token);
  world.users.put({ ...user, refreshTokensIssued: number });
  return world.refreshTokens.put({ token, userId: user.id, number, gotBy: null, isRevoked: false });
}

/**
 * Wise: a refresh token stays good until the access token got by it is first used.
 * Emulator choice: with it ends whatever else was got by it, so that a race leaves one chain of tokens alone.
 */
export function settleFirstUse(world: World, used: TokenRecord): void {
  if (used.isUsed || used.userId === null) return;
  world.tokens.put({ ...used, isUsed: true });
  if (used.gotBy === null) return;
  world.refreshTokens.delete(used.gotBy);
  for (const row of world.refreshTokens.slice(used.userId))
    if (row.gotBy === used.gotBy && row.token !== used.refreshToken) world.refreshTokens.delete(row.token);
  for (const row of world.tokens.all())
    if (row.gotBy === used.gotBy && row.token !== used.token) world.tokens.delete(row.token);
}

/** The owner took the account back, or gave it again. Grants made since stay what they are. */
export function setRevoked(world: World, userId: number, isRevoked: boolean): void {
  for (const row of world.refreshTokens.slice(userId)) world.refreshTokens.put({ ...row, isRevoked });
}
