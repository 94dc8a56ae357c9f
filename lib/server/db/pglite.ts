import 'server-only';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Store } from './database.ts';
import { takeLock } from './lock-file.ts';

/**
 * The embedded store. It survives a crash of the process, but never calls fsync: a power cut may lose the last writes.
 * A second process on the same folder would corrupt it without a word, hence the lock.
 */
export async function openPglite(dataDir: string, migrationsFolder: string): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const releaseLock = takeLock(join(dataDir, 'store.lock'));
  try {
    const pglite = await PGlite.create(join(dataDir, 'store'));
    const db = drizzle(pglite);
    await migrate(db, { migrationsFolder });
    return {
      kind: 'pglite',
      db,
      async executeSql(text, values) {
        if (values && values.length > 0) return pglite.query<Record<string, unknown>>(text, values);
        const results = await pglite.exec(text);
        return { rows: results.flatMap((result) => result.rows) };
      },
      async listen(channel, onNotify) {
        await pglite.listen(channel, onNotify);
      },
      async close() {
        await pglite.close();
        releaseLock();
      },
    };
  } catch (error) {
    releaseLock();
    throw error;
  }
}
