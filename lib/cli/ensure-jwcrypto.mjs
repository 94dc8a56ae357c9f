import { canUseApt, installDebianPackages } from './debian.mjs';
import { runQuietly } from './run-quietly.mjs';

/** Debian's own, for which its package is. */
const isThere = async () => (await runQuietly('/usr/bin/python3', ['-c', 'import jwcrypto'])).code === 0;

/**
 * JOSE by another hand, for the round trips; without it they are skipped, which is said.
 * @param {(line: string) => void} say
 */
export async function ensureJwcrypto(say) {
  if (await isThere()) return;
  if (canUseApt()) {
    say('Installing python3-jwcrypto for the tests (once) …');
    await installDebianPackages(['python3-jwcrypto']).catch(() => {});
  }
  if (!(await isThere())) say('JOSE round trips skipped: no python3-jwcrypto here');
}
