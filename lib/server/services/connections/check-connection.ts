import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import { wiseConnections } from '../../db/schema/wise.ts';
import { toAppError } from '../../http/to-app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { CallPriority } from '../../wise/budget.ts';
import { announceConnection } from '../../wise/connections.ts';
import { WiseError } from '../../wise/errors.ts';
import type { TokenFault } from '../../wise/token-store.ts';
import { storeProfiles } from './store-profiles.ts';

export type CheckOutcome = 'works' | 'refused' | 'unreachable';
type Parts = Pick<Runtime, 'store' | 'wise'>;

/**
 * Asks Wise by this connection for the profiles it reaches, and keeps what comes of it: one that was broken and is taken
 * again works from here on, one that Wise refuses is broken. Of a connection that works but one profile of which Wise has
 * deactivated, only that profile is marked.
 */
export async function checkConnection(
  { store: { db }, wise }: Parts,
  userId: string,
  priority: CallPriority,
): Promise<CheckOutcome> {
  const readAt = new Date();
  try {
    const before = await readState(db, userId);
    if (before === 'broken') await wise.tokens.tokenAgain({ kind: 'user', userId });
    const told = await wise.unwatched.profiles.listProfiles({ userId, priority });
    await markWorking(db, userId);
    await storeProfiles(db, userId, told, readAt);
    wise.forgetFacts(userId);
    return 'works';
  } catch (thrown) {
    const { code } = toAppError(thrown);
    const isRefused = code === 'wise_not_connected';
    // A refused refresh has been noted where it was refused.
    if (isRefused && thrown instanceof WiseError) await markBroken(db, userId, 'token_refused');
    if (isRefused) wise.forget(userId);
    else await noteFault(db, userId, 'wise_unavailable');
    return isRefused ? 'refused' : 'unreachable';
  }
}

async function readState(db: Parts['store']['db'], userId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ state: wiseConnections.state })
    .from(wiseConnections)
    .where(eq(wiseConnections.userId, userId));
  return row?.state;
}

async function markWorking(db: Parts['store']['db'], userId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const mended = await tx
      .update(wiseConnections)
      .set({ state: 'working', stateChangedAt: sql`now()` })
      .where(and(eq(wiseConnections.userId, userId), eq(wiseConnections.state, 'broken')))
      .returning({ userId: wiseConnections.userId });
    if (mended.length > 0) await announceConnection(tx, userId);
  });
}

async function markBroken(db: Parts['store']['db'], userId: string, fault: TokenFault): Promise<void> {
  await db.transaction(async (tx) => {
    const broken = await tx
      .update(wiseConnections)
      .set({ state: 'broken', stateChangedAt: sql`now()`, ...told(fault) })
      .where(and(eq(wiseConnections.userId, userId), eq(wiseConnections.state, 'working')))
      .returning({ userId: wiseConnections.userId });
    if (broken.length > 0) await announceConnection(tx, userId);
  });
}

const told = (fault: TokenFault) => ({ lastErrorCode: fault, lastErrorAt: sql`now()` });

async function noteFault(db: Parts['store']['db'], userId: string, fault: TokenFault): Promise<void> {
  await db
    .update(wiseConnections)
    .set(told(fault))
    .where(and(eq(wiseConnections.userId, userId), ne(wiseConnections.state, 'disconnected')));
}
