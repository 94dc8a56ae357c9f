import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, root } from './project.mjs';
import { lastLines, runQuietly } from './run-quietly.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.installed-lockfile');
const ownNode = join(modules, 'node/bin/node');

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** npm's own record of what lies in node_modules: holds after a plain `npm ci` or `npm install` too. */
function npmRecordMatches() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

export function isInstalled() {
  if (!existsSync(ownNode)) return false;
  const hash = lockfileHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return true;
  if (!npmRecordMatches()) return false;
  writeFileSync(stampFile, hash);
  return true;
}

/** @param {string} output */
function describeNpmErrors(output) {
  const errors = output.split('\n').filter((line) => line.startsWith('npm error'));
  return errors.length > 0 ? errors.slice(0, 12) : [lastLines(output, 12)];
}

/** @param {string} output */
function explainInstall(output) {
  if (/ENOSPC/.test(output))
    return 'The disk is full: the packages could not be installed. Nothing was started.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output))
    return 'The npm registry cannot be reached. The first start needs it; check the network or the proxy settings of npm.';
  return 'The packages could not be installed. npm said:';
}

/**
 * Installs exactly what the lockfile names, unless that is what is there.
 * @param {(line: string) => void} say
 */
export async function ensureInstalled(say) {
  if (isInstalled()) return;
  say('Installing packages (a minute or two, once) …');
  // Not `npm ci`: it refuses a lockfile made where the registry lacks other platforms' optional binaries. Versions and
  // integrity come from the lockfile all the same, and it is not rewritten. Development packages are needed to build.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--no-progress'];
  const { code, output } = await runQuietly('npm', args, { env: { NODE_ENV: undefined } });
  if (code !== 0) throw new Fault([explainInstall(output), ...describeNpmErrors(output)]);
  if (!existsSync(ownNode))
    throw new Fault(
      'Node 24 was not installed with the packages: its install script did not run. Allow install scripts for the package "node" (npm config: ignore-scripts) and start again.',
    );
  writeFileSync(stampFile, lockfileHash());
}
