import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/**
 * What the columns of a statement hold is said where it is asked.
 * @typedef {{ query: <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<{ rows: Row[] }>, close: () => Promise<void> }} LeftStore
 */

/**
 * The store as a console has left it: PGlite's folder lets in one process at a time.
 * @param {{ databaseUrl: string | undefined, dataDir: string }} where
 * @returns {Promise<LeftStore>}
 */
export async function openLeftStore({ databaseUrl, dataDir }) {
  if (databaseUrl === undefined) {
    const store = await PGlite.create(join(dataDir, 'store'));
    return { query: (text, values) => store.query(text, values), close: () => store.close() };
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return { query: (text, values) => client.query(text, values), close: () => client.end() };
}
