import { existsSync } from 'node:fs';
import { Fault } from './project.mjs';
import { lastLines, runQuietly } from './run-quietly.mjs';

export function canUseApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** @type {Promise<unknown>} apt takes one caller at a time */
let queue = Promise.resolve();

/**
 * @param {string[]} packages
 * @param {Record<string, string>} [env]
 * @throws {Fault} with the end of what apt printed
 */
export function installDebianPackages(packages, env = {}) {
  const turn = queue.then(async () => {
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    ]) {
      const { code, output } = await runQuietly('apt-get', args, {
        env: { DEBIAN_FRONTEND: 'noninteractive', ...env },
        limitMs: 300_000,
      });
      if (code !== 0)
        throw new Fault([`apt-get ${args[0]} failed (${packages.join(', ')}):`, lastLines(output, 8)]);
    }
  });
  queue = turn.catch(() => {});
  return turn;
}
