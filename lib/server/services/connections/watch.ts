import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { wiseConnections } from '../../db/schema/wise.ts';
import type { Runtime } from '../../runtime.ts';
import type { ConnectionWatcher } from '../../wise/watched-client.ts';
import { checkConnection } from './check-connection.ts';

const noteEveryMs = 60_000;
const checkAgainAfterMs = 30_000;

/**
 * Notes when a connection was last used, once a minute at most, and finds out about one whose token was refused. Beside
 * the calls, never in their way. @param partsOf called once there is something to note
 */
export function createWatcher(partsOf: () => Pick<Runtime, 'store' | 'wise' | 'log'>): ConnectionWatcher {
  const noted = new LRUCache<string, true>({ max: 20_000, ttl: noteEveryMs });
  const checked = new LRUCache<string, true>({ max: 1_000, ttl: checkAgainAfterMs });
  const failed = () => partsOf().log.warn('use of a connection not noted');
  return {
    used(userId) {
      if (noted.has(userId)) return;
      noted.set(userId, true);
      void partsOf()
        .store.db.update(wiseConnections)
        .set({ lastUsedAt: sql`now()` })
        .where(eq(wiseConnections.userId, userId))
        .then(undefined, failed);
    },
    refused(userId) {
      if (checked.has(userId)) return;
      checked.set(userId, true);
      void checkConnection(partsOf(), userId, 'interactive').catch(failed);
    },
  };
}
