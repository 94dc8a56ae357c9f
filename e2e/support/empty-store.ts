import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '../../lib/cli/create-database.mjs';

const maker = fileURLToPath(new URL('../../lib/server/db/test-support/make-empty-store.ts', import.meta.url));

// Modules of the server are refused elsewhere but under this condition.
const make = (...places: string[]) =>
  execFileSync(process.execPath, ['--conditions=react-server', maker, ...places], { stdio: 'inherit' });

/**
 * A store with its tables and nothing in them, which every console of the run begins with a copy of: making one takes
 * three times as long as copying it.
 * @returns what clears it away
 */
export async function makeEmptyStore(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'console-empty-store-'));
  const { TEST_DATABASE_URL: server } = process.env;
  const database = server ? await createDatabase(server) : undefined;
  if (database) {
    make(folder, database.url);
    process.env.EMPTY_DATABASE = database.name;
  } else {
    make(folder);
    process.env.EMPTY_STORE = folder;
  }
  return async () => {
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  };
}

export function copyEmptyStore(dataDir: string): void {
  const { EMPTY_STORE: folder } = process.env;
  if (!folder) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  cpSync(join(folder, 'store'), join(dataDir, 'store'), { recursive: true });
}
