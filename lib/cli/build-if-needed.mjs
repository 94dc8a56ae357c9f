import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, nextCli, nodeBinary, root } from './project.mjs';
import { lastLines, runQuietly } from './run-quietly.mjs';

const stampFile = join(root, '.next/built-from');
const folders = ['app', 'components', 'lib', 'public'];
const skipped = new Set(['lib/cli', 'lib/emulator']);
const notBuilt = /\.test\.tsx?$/;
const configFile = /^(package(-lock)?\.json|tsconfig\.json|\.env.*|[\w-]+\.(ts|mjs|js))$/;
const notConfig = /^(vitest|playwright|eslint|drizzle)\.config\.|^next-env\.d\.ts$/;

/** @param {string} folder @returns {string[]} */
function listFiles(folder) {
  if (skipped.has(folder) || !existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(path) : notBuilt.test(path) ? [] : [path];
  });
}

/** Names, sizes and times of everything a build reads: milliseconds, not seconds. */
export function fingerprintSources() {
  const configs = readdirSync(root).filter((name) => configFile.test(name) && !notConfig.test(name));
  const hash = createHash('sha256');
  for (const path of [...configs, ...folders.flatMap(listFiles)].sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

export function isBuilt() {
  return (
    existsSync(join(root, '.next/BUILD_ID')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === fingerprintSources()
  );
}

/**
 * @param {(line: string) => void} say
 * @throws {Fault} with the end of what the build printed
 */
export async function buildIfNeeded(say) {
  if (isBuilt()) return;
  say('Building the console (under a minute) …');
  const fingerprint = fingerprintSources();
  rmSync(stampFile, { force: true });
  // A page that opened the store while it is built would fail here, and not corrupt a store in use.
  const env = { NODE_ENV: 'production', DATA_DIR: '/dev/null', DATABASE_URL: '' };
  const { code, output } = await runQuietly(nodeBinary(), [nextCli, 'build'], { env });
  if (/ENOSPC/.test(output)) throw new Fault('The disk is full: the console could not be built.');
  if (code !== 0) throw new Fault(['The build failed:', lastLines(output, 40)]);
  // Of the sources as they were before: one that changed meanwhile is built next time.
  writeFileSync(stampFile, fingerprint);
}
