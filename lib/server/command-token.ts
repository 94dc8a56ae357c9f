import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A token for commands on this machine, new at each start: whoever may read DATA_DIR may give them.
 * @returns the token that now stands in DATA_DIR, readable by its owner only
 */
export function writeCommandToken(dataDir: string): string {
  const token = randomBytes(32).toString('base64url');
  const file = join(dataDir, 'command-token');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // A file that is there keeps its mode when it is written to.
  rmSync(file, { force: true });
  writeFileSync(file, token, { mode: 0o600, flag: 'wx' });
  return token;
}
