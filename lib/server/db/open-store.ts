import 'server-only';
import { join } from 'node:path';
import type { Env } from '../env.ts';
import type { Store } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export const migrationsFolder = join(process.cwd(), 'lib/server/db/migrations');

/** Opens the store and brings its tables up to date. */
export function openStore(env: Pick<Env, 'databaseUrl' | 'dataDir'>): Promise<Store> {
  return env.databaseUrl
    ? openPostgres(env.databaseUrl, migrationsFolder)
    : openPglite(env.dataDir, migrationsFolder);
}
