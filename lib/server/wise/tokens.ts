import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '../http/app-error.ts';
import { VaultError } from '../vault/vault.ts';
import { type Clock, sleep } from './clock.ts';
import { WiseError } from './errors.ts';
import type { WiseLogger } from './logger.ts';
import type { TokenReply } from '../../contracts/wise/oauth.ts';
import type { ExchangeToken } from './oauth.ts';
import type { StoredToken, TokenOwner, TokenRow } from './token-store.ts';

export interface TokenService {
  /**
   * An access token, from memory where it can be, refreshed ahead of its end.
   * @throws AppError wise_not_connected; WiseError when Wise cannot be asked for one
   */
  tokenFor(owner: TokenOwner): Promise<string>;
  /** The same for one that Wise refused before: its refresh token is tried once more, and it works again where Wise takes it. */
  tokenAgain(owner: TokenOwner): Promise<string>;
  /** Wise did not take this token: it is used no more, here or by another replica that has it in the store. */
  invalidate(owner: TokenOwner, token: string): void;
  /** A person connected this owner again, or withdrew it: nothing remembered counts any more. */
  forget(owner: TokenOwner): void;
}

export interface TokenServiceOptions {
  rowOf: (owner: TokenOwner) => TokenRow;
  exchange: ExchangeToken;
  clock: Clock;
  logger: WiseLogger;
}

interface CachedToken {
  value: string;
  expiresAt: number;
  refreshAt: number;
}

/** A token is replaced this long before its end, but never before half of the life that is left when we get it. */
const aheadMs = 5 * 60_000;
const shortestUseMs = 2_000;
const pollMs = 100;
const longestWaitMs = 20_000;

export function createTokenService(options: TokenServiceOptions): TokenService {
  const { rowOf, exchange, clock, logger } = options;
  const replica = randomUUID();
  const cache = new Map<string, CachedToken>();
  const rejected = new Map<string, string>();
  const running = new Map<string, Promise<CachedToken>>();

  function refreshOnce(owner: TokenOwner, evenIfBroken = false): Promise<CachedToken> {
    const key = keyOf(owner);
    const shared = running.get(key);
    if (shared && !evenIfBroken) return shared;
    const refresh = obtain(owner, evenIfBroken)
      .then((token) => {
        // Who was forgotten meanwhile has another connection, or none.
        if (running.get(key) === refresh) cache.set(key, token);
        return token;
      })
      .catch((error: unknown) => {
        throw error instanceof VaultError ? new AppError('wise_not_connected', { cause: error }) : error;
      })
      .finally(() => {
        if (running.get(key) === refresh) running.delete(key);
      });
    running.set(key, refresh);
    return refresh;
  }

  async function obtain(owner: TokenOwner, evenIfBroken: boolean): Promise<CachedToken> {
    const row = rowOf(owner);
    const giveUpAt = clock.now() + longestWaitMs;
    for (;;) {
      const stored = await row.read();
      if (owner.kind === 'user') {
        if (stored === null || !isAlive(stored, evenIfBroken)) throw new AppError('wise_not_connected');
        // A personal token is all there is: refused or not, nothing renews it.
        if (stored.refresh === null && stored.access)
          return toCached(stored.access.value, stored.access.expiresAt);
      }
      const usable = usableIn(owner, stored);
      if (usable) return usable;
      const claimed = await row.claim(replica);
      if (claimed && owner.kind === 'user' && !isAlive(claimed, evenIfBroken)) {
        await row.release(replica);
        throw new AppError('wise_not_connected');
      }
      if (claimed) return await refreshUnderLease(owner, row, claimed);
      if (clock.now() >= giveUpAt) throw new WiseError({ kind: 'unavailable', codes: [] });
      await sleep(clock, pollMs);
    }
  }

  async function refreshUnderLease(
    owner: TokenOwner,
    row: TokenRow,
    claimed: StoredToken,
  ): Promise<CachedToken> {
    // Another replica may have finished between our read and our claim.
    const usable = usableIn(owner, claimed);
    if (usable) {
      await row.release(replica);
      return usable;
    }
    try {
      const given = await exchange(
        claimed.refresh === null
          ? { grant_type: 'client_credentials' }
          : { grant_type: 'refresh_token', refresh_token: claimed.refresh.value },
      );
      const expiresAt = clock.now() + given.expires_in * 1000;
      await row.save(replica, claimed, {
        access: { value: given.access_token, expiresAt },
        ...(given.refresh_token === undefined ? {} : { refreshToken: given.refresh_token }),
        ...(given.scope === undefined ? {} : { scopes: given.scope }),
        ...refreshEndOf(given, clock.now()),
      });
      rejected.delete(keyOf(owner));
      logger.info(
        { owner: keyOf(owner), expiresAt: new Date(expiresAt).toISOString() },
        'wise token refreshed',
      );
      return toCached(given.access_token, expiresAt);
    } catch (error) {
      await giveUp(owner, row, claimed, error);
      throw isRefused(error) ? new AppError('wise_not_connected', { cause: error }) : error;
    }
  }

  async function giveUp(owner: TokenOwner, row: TokenRow, claimed: StoredToken, error: unknown) {
    // Wise: invalid_grant also after the user took the account back. invalid_client is our own secret's fault.
    if (error instanceof WiseError && error.hasCode('invalid_grant')) {
      cache.delete(keyOf(owner));
      await row.markBroken(replica, claimed, 'refresh_refused');
    } else {
      const isOurs = error instanceof WiseError && error.hasCode('invalid_client');
      await row.release(replica, isOurs ? 'client_refused' : 'wise_unavailable');
    }
    const codes = error instanceof WiseError ? error.codes.map((item) => item.code) : [];
    logger.warn({ owner: keyOf(owner), codes }, 'wise token not refreshed');
  }

  /** The stored token, if it may still be used; another replica may have put it there. */
  function usableIn(owner: TokenOwner, stored: StoredToken | null): CachedToken | null {
    const access = stored?.access;
    const key = keyOf(owner);
    if (!access || access.value === rejected.get(key)) return null;
    const known = cache.get(key);
    if (known?.value === access.value) return clock.now() < known.refreshAt ? known : null;
    return clock.now() < access.expiresAt - shortestUseMs ? toCached(access.value, access.expiresAt) : null;
  }

  function toCached(value: string, expiresAt: number): CachedToken {
    const halfOfItsLife = clock.now() + (expiresAt - clock.now()) / 2;
    return { value, expiresAt, refreshAt: Math.max(expiresAt - aheadMs, halfOfItsLife) };
  }

  return {
    async tokenFor(owner) {
      const known = cache.get(keyOf(owner));
      const now = clock.now();
      if (known && now < known.refreshAt) return known.value;
      const refresh = refreshOnce(owner);
      if (!known || now > known.expiresAt - shortestUseMs) return (await refresh).value;
      // Still good for a while: nobody waits, and a failure is met again when it matters.
      refresh.catch(() => undefined);
      return known.value;
    },
    async tokenAgain(owner) {
      cache.delete(keyOf(owner));
      return (await refreshOnce(owner, true)).value;
    },
    invalidate(owner, token) {
      const key = keyOf(owner);
      if (cache.get(key)?.value === token) cache.delete(key);
      if (!cache.has(key)) rejected.set(key, token);
    },
    forget(owner) {
      cache.delete(keyOf(owner));
      rejected.delete(keyOf(owner));
      running.delete(keyOf(owner));
    },
  };
}

const keyOf = (owner: TokenOwner) => (owner.kind === 'client' ? 'client' : `user ${owner.userId}`);

/** What is disconnected has no tokens at all; what is broken keeps the one to try again with. */
const isAlive = ({ state }: StoredToken, evenIfBroken: boolean) =>
  state === 'working' || (evenIfBroken && state === 'broken');

/** Wise: refresh tokens live up to twenty years; what it does not say is not known. */
export function refreshEndOf(given: TokenReply, nowMs: number): { refreshTokenExpiresAt?: Date } {
  const seconds = given.refresh_token_expires_in;
  return seconds === undefined ? {} : { refreshTokenExpiresAt: new Date(nowMs + seconds * 1000) };
}

/** Wise answered, and will answer the same again. */
function isRefused(error: unknown): boolean {
  return error instanceof WiseError && (error.kind === 'unauthorised' || error.kind === 'refused');
}
