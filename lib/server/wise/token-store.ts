import 'server-only';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { wiseClientTokens, wiseConnections } from '../db/schema/wise.ts';
import { publishEvent } from '../events/event-hub.ts';
import type { Vault } from '../vault/vault.ts';

/** Whose token: a Wise user's (through the console's connection to them) or the application's own. */
export type TokenOwner = { kind: 'user'; userId: string } | { kind: 'client' };

export interface StoredToken {
  state: string;
  access: { value: string; expiresAt: number } | null;
  /** Null for the application, which has none, for a personal token, and for what is disconnected. */
  refresh: { value: string; sealed: string } | null;
}

export interface NewToken {
  access: { value: string; expiresAt: number };
  refreshToken?: string;
  refreshTokenExpiresAt?: Date;
  scopes?: string;
}

/** Why a token could not be had; stands beside the connection for who looks after it. */
export type TokenFault = 'refresh_refused' | 'token_refused' | 'client_refused' | 'wise_unavailable';

/** One owner's row: its tokens, and the lease that lets one replica at a time refresh them. */
export interface TokenRow {
  read(): Promise<StoredToken | null>;
  /** Takes the lease if nobody holds it. @returns null when somebody does */
  claim(holder: string): Promise<StoredToken | null>;
  release(holder: string, fault?: TokenFault): Promise<void>;
  /** Stores what Wise gave for `used`, unless another connection has taken its place meanwhile. It works then. Ends the lease. */
  save(holder: string, used: StoredToken, given: NewToken): Promise<void>;
  markBroken(holder: string, used: StoredToken, fault: TokenFault): Promise<void>;
}

/** How long one replica may take to refresh. The store's own clock counts, replicas' clocks may differ. */
const leaseEnd = sql`now() + interval '15 seconds'`;
const noLease = { leaseHolder: null, leaseUntil: null };
const toldOf = (fault: TokenFault) => ({ lastErrorCode: fault, lastErrorAt: sql`now()` });

export function sealRefreshToken(vault: Vault, userId: string, token: string): string {
  return vault.seal(token, { table: 'wise_connections', column: 'refresh_token_sealed', row: userId });
}

export function sealAccessToken(vault: Vault, userId: string, token: string): string {
  return vault.seal(token, { table: 'wise_connections', column: 'access_token_sealed', row: userId });
}

export function userTokenRow(db: Database, vault: Vault, userId: string): TokenRow {
  const t = wiseConnections;
  const context = (column: string) => ({ table: 'wise_connections', column, row: userId });
  const open = (row: typeof t.$inferSelect): StoredToken => ({
    state: row.state,
    // A personal token is good until somebody revokes it.
    access:
      row.kind === 'personal' && row.accessTokenSealed !== null
        ? {
            value: vault.open(row.accessTokenSealed, context('access_token_sealed')),
            expiresAt: Number.POSITIVE_INFINITY,
          }
        : openAccess(vault, row, context('access_token_sealed')),
    refresh: openRefresh(vault, row.refreshTokenSealed, context('refresh_token_sealed')),
  });
  const unchanged = (used: StoredToken) =>
    and(eq(t.userId, userId), eq(t.refreshTokenSealed, used.refresh?.sealed ?? ''));
  return {
    async read() {
      const [row] = await db.select().from(t).where(eq(t.userId, userId));
      return row ? open(row) : null;
    },
    async claim(holder) {
      const [row] = await db
        .update(t)
        .set({ leaseHolder: holder, leaseUntil: leaseEnd })
        .where(and(eq(t.userId, userId), or(isNull(t.leaseUntil), lt(t.leaseUntil, sql`now()`))))
        .returning();
      return row ? open(row) : null;
    },
    async release(holder, fault) {
      await db
        .update(t)
        .set({ ...noLease, ...(fault && toldOf(fault)) })
        .where(and(eq(t.userId, userId), eq(t.leaseHolder, holder)));
    },
    async save(holder, used, given) {
      const token = given.refreshToken ?? used.refresh?.value ?? '';
      const keep = token === used.refresh?.value && !vault.needsResealing(used.refresh.sealed);
      await db.transaction(async (tx) => {
        const stored = await tx
          .update(t)
          .set({
            ...sealedAccess(vault, given, context('access_token_sealed')),
            ...(keep ? {} : { refreshTokenSealed: sealRefreshToken(vault, userId, token) }),
            ...(given.refreshTokenExpiresAt && { refreshTokenExpiresAt: given.refreshTokenExpiresAt }),
            ...(given.scopes !== undefined && { scopes: given.scopes }),
            ...(used.state !== 'working' && { state: 'working', stateChangedAt: sql`now()` }),
            ...noLease,
          })
          .where(unchanged(used))
          .returning({ userId: t.userId });
        if (stored.length > 0 && used.state !== 'working')
          await publishEvent(tx, { type: 'connections.changed' });
      });
      await this.release(holder);
    },
    async markBroken(holder, used, fault) {
      await db.transaction(async (tx) => {
        const broken = await tx
          .update(t)
          .set({
            state: 'broken',
            ...(used.state !== 'broken' && { stateChangedAt: sql`now()` }),
            accessTokenSealed: null,
            accessTokenExpiresAt: null,
            ...toldOf(fault),
          })
          .where(unchanged(used))
          .returning({ userId: t.userId });
        if (broken.length > 0) await publishEvent(tx, { type: 'connections.changed' });
      });
      await this.release(holder);
    },
  };
}

export function clientTokenRow(db: Database, vault: Vault, clientId: string): TokenRow {
  const t = wiseClientTokens;
  const context = { table: 'wise_client_tokens', column: 'access_token_sealed', row: clientId };
  const open = (row: typeof t.$inferSelect): StoredToken => ({
    state: 'working',
    access: openAccess(vault, row, context),
    refresh: null,
  });
  return {
    async read() {
      const [row] = await db.select().from(t).where(eq(t.clientId, clientId));
      return row ? open(row) : null;
    },
    async claim(holder) {
      await db.insert(t).values({ clientId }).onConflictDoNothing();
      const [row] = await db
        .update(t)
        .set({ leaseHolder: holder, leaseUntil: leaseEnd })
        .where(and(eq(t.clientId, clientId), or(isNull(t.leaseUntil), lt(t.leaseUntil, sql`now()`))))
        .returning();
      return row ? open(row) : null;
    },
    async release(holder) {
      await db
        .update(t)
        .set(noLease)
        .where(and(eq(t.clientId, clientId), eq(t.leaseHolder, holder)));
    },
    async save(_holder, _used, given) {
      await db
        .update(t)
        .set({ ...sealedAccess(vault, given, context), ...noLease })
        .where(eq(t.clientId, clientId));
    },
    markBroken: (holder) => clientTokenRow(db, vault, clientId).release(holder),
  };
}

interface SealedAccess {
  accessTokenSealed: string | null;
  accessTokenExpiresAt: Date | null;
}

function openAccess(vault: Vault, row: SealedAccess, context: Parameters<Vault['open']>[1]) {
  if (row.accessTokenSealed === null || row.accessTokenExpiresAt === null) return null;
  return { value: vault.open(row.accessTokenSealed, context), expiresAt: row.accessTokenExpiresAt.getTime() };
}

function openRefresh(vault: Vault, sealed: string | null, context: Parameters<Vault['open']>[1]) {
  return sealed === null ? null : { value: vault.open(sealed, context), sealed };
}

function sealedAccess(vault: Vault, given: NewToken, context: Parameters<Vault['seal']>[1]): SealedAccess {
  return {
    accessTokenSealed: vault.seal(given.access.value, context),
    accessTokenExpiresAt: new Date(given.access.expiresAt),
  };
}
