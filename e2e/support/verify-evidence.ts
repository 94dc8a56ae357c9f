import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs the command that a recipient runs, against the console's key. */
export function verifyEvidence(zip: Uint8Array, publicKey: string): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  writeFileSync(join(folder, 'evidence.zip'), zip);
  writeFileSync(join(folder, 'key.pem'), publicKey);
  const args = [join(folder, 'evidence.zip'), '--key', join(folder, 'key.pem')];
  const { status, stdout } = spawnSync(process.execPath, ['lib/cli/verify-evidence.mjs', ...args], {
    encoding: 'utf8',
  });
  return { status, said: stdout };
}
