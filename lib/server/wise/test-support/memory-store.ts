import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Database } from '../../db/database.ts';

const migrationsFolder = fileURLToPath(new URL('../../db/migrations', import.meta.url));

/** A busy machine takes its time: for what a test polls for. */
export const patience = { timeout: 4_000, interval: 5 };

/** A real store with the real migrations, in memory. */
export async function openMemoryStore(): Promise<{ db: Database; close: () => Promise<void> }> {
  const pglite = await PGlite.create();
  const db = drizzle(pglite);
  await migrate(db, { migrationsFolder });
  return { db, close: () => pglite.close() };
}
