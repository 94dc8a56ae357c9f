import 'server-only';
import { sql } from 'drizzle-orm';
import type { Store } from '../../../db/database.ts';

/** Two processes that make the same month at once wait for each other. */
const monthsLock = 727_005;
const partitioned = ['card_transactions', 'card_transaction_steps'] as const;
const known = new WeakMap<Store, Set<string>>();

/** `2026-11`, in UTC. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

const startOf = (month: string, ahead = 0): Date => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + ahead, 1));
};

/** Makes the partitions that these moments lie in, where there are none yet. */
export async function ensureMonths(store: Store, moments: readonly Date[]): Promise<void> {
  const made = known.get(store) ?? new Set();
  known.set(store, made);
  const missing = [...new Set(moments.map(monthOf))].filter((month) => !made.has(month));
  if (missing.length === 0) return;
  await store.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${monthsLock})`);
    for (const month of missing)
      for (const table of partitioned)
        await tx.execute(
          sql.raw(
            `create table if not exists ${table}_${month.replace('-', '_')} partition of ${table}
             for values from ('${startOf(month).toISOString()}') to ('${startOf(month, 1).toISOString()}')`,
          ),
        );
  });
  for (const month of missing) made.add(month);
}
