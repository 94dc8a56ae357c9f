import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Store } from '../../../db/database.ts';
import { faultCodeOf } from '../../../db/is-store-fault.ts';

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

const partitions = z.object({ rows: z.array(z.object({ name: z.string() })) });
const anyRows = z.object({ rows: z.array(z.unknown()) });
const monthIn = /_(\d{4})_(\d{2})$/;
const waitForMs = 500;

/**
 * Drops the partitions of months that ended before `cutoff` and hold nothing any more. Nothing is taken in of before it, so
 * none is wanted again. One that is in use is left to another time: whoever reads would wait behind us.
 */
export async function dropEmptyMonths(store: Store, cutoff: Date): Promise<void> {
  for (const table of partitioned) {
    const found = await store.db.execute(
      sql`select child.relname as name from pg_inherits
        join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
        where parent.relname = ${table} order by 1`,
    );
    for (const { name } of partitions.parse(found).rows) {
      const [, year, month] = monthIn.exec(name) ?? [];
      if (!year || !month || startOf(`${year}-${month}`, 1) > cutoff) continue;
      known.get(store)?.delete(`${year}-${month}`);
      await dropIfEmpty(store, name);
    }
  }
}

const lockNotGot = '55P03';

async function dropIfEmpty(store: Store, name: string): Promise<void> {
  const isEmpty = async (db: Database) =>
    anyRows.parse(await db.execute(sql`select 1 from ${sql.identifier(name)} limit 1`)).rows.length === 0;
  if (!(await isEmpty(store.db))) return;
  try {
    await store.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('lock_timeout', ${`${waitForMs}ms`}, true)`);
      await tx.execute(sql`lock table ${sql.identifier(name)} in access exclusive mode`);
      if (await isEmpty(tx)) await tx.execute(sql`drop table ${sql.identifier(name)}`);
    });
  } catch (error) {
    if (faultCodeOf(error) !== lockNotGot) throw error;
  }
}
