import type { Database } from '../../db/database.ts';
import { openTestStore } from '../../db/test-support/open-test-store.ts';

/** A busy machine takes its time: for what a test polls for. */
export const patience = { timeout: 4_000, interval: 5 };

/** A real store with the real migrations. */
export async function openDatabase(): Promise<{ db: Database; close: () => Promise<void> }> {
  const { drop, store } = await openTestStore();
  return { db: store.db, close: drop };
}
