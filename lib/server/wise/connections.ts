import 'server-only';
import { count, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { wiseConnections } from '../db/schema/wise.ts';
import type { Vault } from '../vault/vault.ts';
import { sealRefreshToken } from './token-store.ts';

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

/** Connects a user, anew where there was a connection before. The token service must `forget` its owner afterwards. */
export async function storeConnection(db: Database, vault: Vault, connection: NewConnection): Promise<void> {
  const { userId, refreshToken } = connection;
  const fresh = {
    refreshTokenSealed: sealRefreshToken(vault, userId, refreshToken),
    accessTokenSealed: null,
    accessTokenExpiresAt: null,
    state: 'working',
    stateChangedAt: sql`now()`,
    leaseHolder: null,
    leaseUntil: null,
  };
  await db
    .insert(wiseConnections)
    .values({ userId, ...fresh })
    .onConflictDoUpdate({ target: wiseConnections.userId, set: fresh });
}

export async function connectionsState(db: Database): Promise<ConnectionState[]> {
  const { userId, state, stateChangedAt, accessTokenExpiresAt } = wiseConnections;
  return db
    .select({ userId, state, stateChangedAt, accessTokenExpiresAt })
    .from(wiseConnections)
    .orderBy(userId);
}
