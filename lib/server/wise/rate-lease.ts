import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, countDistinct, eq, gte, like, lt, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { wiseRateWindows } from '../db/schema/wise.ts';

export interface LeasedBlock {
  /** Calls this replica may make in this minute, on top of earlier blocks; 0 when the minute is used up. */
  granted: number;
  /** What all replicas together have leased of this minute. */
  taken: number;
  /** Replicas that made calls in this minute or the one before. */
  replicas: number;
}

export interface RateLease {
  /** @param minute whole minutes since 1970 */
  take(minute: number, block: number, perMinute: number): Promise<LeasedBlock>;
  /** This replica ends: the others need not share with it any more. */
  leave(): Promise<void>;
}

const keptMinutes = 10;

/**
 * Takes blocks of the shared budget of a minute, in `wise_rate_windows`. A row per replica says who is there,
 * which is how each knows its share of a second.
 */
export function createRateLease(db: Database): RateLease {
  const t = wiseRateWindows;
  const self = `replica:${randomUUID()}`;
  let cleanedIn = 0;

  return {
    async take(minute, block, perMinute) {
      const [row] = await db
        .insert(t)
        .values({ kind: 'minute', window: minute, taken: block })
        .onConflictDoUpdate({
          target: [t.kind, t.window],
          set: { taken: sql`${t.taken} + ${block}` },
          setWhere: sql`${t.taken} + ${block} <= ${perMinute}`,
        })
        .returning({ taken: t.taken });
      await db
        .insert(t)
        .values({ kind: self, window: minute, taken: block })
        .onConflictDoUpdate({ target: [t.kind, t.window], set: { taken: sql`${t.taken} + ${block}` } });
      const [present] = await db
        .select({ replicas: countDistinct(t.kind) })
        .from(t)
        .where(and(like(t.kind, 'replica:%'), gte(t.window, minute - 1)));
      if (cleanedIn !== minute) {
        cleanedIn = minute;
        await db.delete(t).where(lt(t.window, minute - keptMinutes));
      }
      return {
        granted: row ? block : 0,
        taken: row?.taken ?? perMinute,
        replicas: Math.max(1, present?.replicas ?? 1),
      };
    },
    async leave() {
      await db.delete(t).where(eq(t.kind, self));
    },
  };
}
