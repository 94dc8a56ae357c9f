import 'server-only';
import { and, count, eq, ne, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { wiseConnections } from '../db/schema/wise.ts';
import { publishEvent } from '../events/event-hub.ts';
import { plain } from '../services/search-text.ts';
import type { Vault } from '../vault/vault.ts';
import { sealAccessToken, sealRefreshToken } from './token-store.ts';

/** A Wise user and the refresh token by which the console acts for them. */
export interface NewConnection {
  userId: string;
  refreshToken: string;
}

export interface ConnectionState {
  userId: string;
  state: string;
  stateChangedAt: Date;
  accessTokenExpiresAt: Date | null;
}

/** Fills an empty store of connections; one that holds any is left as it is. @returns how many were added */
export async function importConnections(
  db: Database,
  vault: Vault,
  connections: readonly NewConnection[],
): Promise<number> {
  if (connections.length === 0) return 0;
  const values = connections.map(({ userId, refreshToken }) => ({
    userId,
    refreshTokenSealed: sealRefreshToken(vault, userId, refreshToken),
  }));
  return db.transaction(async (tx) => {
    const [held] = await tx.select({ rows: count() }).from(wiseConnections);
    if ((held?.rows ?? 0) > 0) return 0;
    const added = await tx
      .insert(wiseConnections)
      .values(values)
      .onConflictDoNothing()
      .returning({ userId: wiseConnections.userId });
    return added.length;
  });
}

/** What a connection is made of: how long it lasts, and whose it is as Wise told it. */
export interface Connected extends Omit<NewConnection, 'refreshToken'> {
  kind: 'user' | 'personal';
  /** Null for a personal token. */
  refreshToken: string | null;
  refreshTokenExpiresAt?: Date | undefined;
  /** Of a personal token without an end. */
  accessToken?: { value: string; expiresAt: Date | null };
  scopes?: string | undefined;
  ownerName?: string | null;
  connectedBy?: string;
}

export const connectionChannel = 'wise_connections';

/** Connects a user, anew where there was a connection before. Every replica is told to forget what it remembers. */
export async function storeConnection(db: Database, vault: Vault, connection: Connected): Promise<void> {
  const { userId, refreshToken, accessToken, ownerName = null } = connection;
  const fresh = {
    kind: connection.kind,
    ...(ownerName !== null && { ownerName, searchText: plain(ownerName) }),
    scopes: connection.scopes ?? null,
    refreshTokenSealed: refreshToken === null ? null : sealRefreshToken(vault, userId, refreshToken),
    refreshTokenExpiresAt: connection.refreshTokenExpiresAt ?? null,
    accessTokenSealed: accessToken ? sealAccessToken(vault, userId, accessToken.value) : null,
    accessTokenExpiresAt: accessToken?.expiresAt ?? null,
    state: 'working',
    stateChangedAt: sql`now()`,
    connectedAt: sql`now()`,
    connectedBy: connection.connectedBy ?? null,
    lastErrorCode: null,
    lastErrorAt: null,
    leaseHolder: null,
    leaseUntil: null,
  };
  await db.transaction(async (tx) => {
    await tx
      .insert(wiseConnections)
      .values({ userId, ...fresh })
      .onConflictDoUpdate({ target: wiseConnections.userId, set: fresh });
    await announceConnection(tx, userId);
  });
}

/**
 * Erases the tokens; the row stays, so that its profiles are still known.
 * @returns false where it was disconnected before
 */
export async function eraseTokens(db: Database, userId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .update(wiseConnections)
      .set({
        state: 'disconnected',
        stateChangedAt: sql`now()`,
        refreshTokenSealed: null,
        refreshTokenExpiresAt: null,
        accessTokenSealed: null,
        accessTokenExpiresAt: null,
        leaseHolder: null,
        leaseUntil: null,
      })
      .where(and(eq(wiseConnections.userId, userId), ne(wiseConnections.state, 'disconnected')))
      .returning({ userId: wiseConnections.userId });
    if (ended.length > 0) await announceConnection(tx, userId);
    return ended.length > 0;
  });
}

/** Open pages read again, and every replica forgets what it remembers of this connection. */
export async function announceConnection(tx: Database, userId: string): Promise<void> {
  await publishEvent(tx, { type: 'connections.changed' });
  await tx.execute(sql`select pg_notify(${connectionChannel}, ${userId})`);
}

export async function connectionsState(db: Database): Promise<ConnectionState[]> {
  const { userId, state, stateChangedAt, accessTokenExpiresAt } = wiseConnections;
  return db
    .select({ userId, state, stateChangedAt, accessTokenExpiresAt })
    .from(wiseConnections)
    .orderBy(userId);
}
