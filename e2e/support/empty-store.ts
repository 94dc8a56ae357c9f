import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const maker = fileURLToPath(new URL('../../lib/server/db/test-support/make-empty-store.ts', import.meta.url));

/** The embedded store with its tables and nothing in them: making one takes three times as long as copying it. */
export function makeEmptyStore(): string {
  const folder = mkdtempSync(join(tmpdir(), 'console-empty-store-'));
  // Modules of the server are refused elsewhere but under this condition.
  execFileSync(process.execPath, ['--conditions=react-server', maker, folder], { stdio: 'inherit' });
  process.env.EMPTY_STORE = folder;
  return folder;
}

export function copyEmptyStore(dataDir: string): void {
  const { EMPTY_STORE: folder } = process.env;
  if (!folder) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  cpSync(join(folder, 'store'), join(dataDir, 'store'), { recursive: true });
}
