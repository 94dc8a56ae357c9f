import 'server-only';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PGlite, types } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Store } from './database.ts';
import { faultCodeOf } from './is-store-fault.ts';
import { takeLock } from './lock-file.ts';

/**
 * The embedded store. It survives a crash of the process, but never calls fsync: a power cut may lose the last writes.
 * A second process on the same folder would corrupt it without a word, hence the lock.
 */
export async function openPglite(dataDir: string, migrationsFolder: string): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const releaseLock = takeLock(join(dataDir, 'store.lock'));
  try {
    const pglite = new EmbeddedStore(join(dataDir, 'store'));
    await pglite.waitReady;
    pglite.parsers = withoutUnusedArrays(pglite.parsers);
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
        if (!pglite.isShut) await pglite.close();
        releaseLock();
      },
    };
  } catch (error) {
    releaseLock();
    throw error;
  }
}

const textArray = 1009;
const usedTypes: readonly unknown[] = [...Object.values(types), textArray];

/** PGlite has one for arrays of each of PostgreSQL's types, and all are copied for every statement. */
const withoutUnusedArrays = (parsers: PGlite['parsers']): PGlite['parsers'] =>
  Object.fromEntries(Object.entries(parsers).filter(([type]) => usedTypes.includes(Number(type))));

const diskFull = '53100';
const letInEveryMs = 5;

/**
 * Statements run in this very process, one right after another while any wait: now and then the network is let in between.
 *
 * Once the disk was full PGlite comes to no end with whatever it is asked next, and the process hangs with it: nothing is
 * asked any more. What was committed is there again when the console is started with room on the disk.
 */
class EmbeddedStore extends PGlite {
  isShut = false;
  #letInAt = 0;

  override async execProtocolStream(...message: Parameters<PGlite['execProtocolStream']>) {
    if (this.isShut)
      throw Object.assign(new Error('The embedded store has no room left'), { code: diskFull });
    if (performance.now() - this.#letInAt > letInEveryMs) {
      await setImmediate();
      this.#letInAt = performance.now();
    }
    try {
      return await super.execProtocolStream(...message);
    } catch (error) {
      this.isShut ||= faultCodeOf(error) === diskFull;
      throw error;
    }
  }
}
