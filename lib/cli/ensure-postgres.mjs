import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canUseApt, installDebianPackages } from './debian.mjs';
import { findFreePort } from './ports.mjs';
import { lastLines, runQuietly } from './run-quietly.mjs';

const oldestVersion = 15;
const debianFolder = '/usr/lib/postgresql';

/** @returns {string | undefined} the folder with initdb and pg_ctl of the newest version that is new enough */
function findBinaries() {
  if (!existsSync(debianFolder)) return undefined;
  const versions = readdirSync(debianFolder)
    .map(Number)
    .sort((a, b) => b - a);
  return versions
    .filter((version) => version >= oldestVersion)
    .map((version) => join(debianFolder, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/** The server refuses to run as root; Debian's package brings a user for it. */
function asServerUser(/** @type {string} */ command) {
  return process.getuid?.() === 0
    ? runQuietly('runuser', ['-u', 'postgres', '--', 'sh', '-c', command], { cwd: '/', limitMs: 60_000 })
    : runQuietly('sh', ['-c', command], { cwd: '/', limitMs: 60_000 });
}

/** Who owns the throw-away folder. */
async function findServerUser() {
  const { code, output } = await runQuietly('id', ['-u', 'postgres']);
  return code === 0 ? Number(output.trim()) : undefined;
}

/**
 * A PostgreSQL for the tests: the one TEST_DATABASE_URL names, else a throw-away cluster that is gone afterwards.
 * @param {(line: string) => void} say
 * @returns {Promise<{ url: string, stop: () => Promise<void>, restart?: () => Promise<void> } | { skipped: string }>} restart: of a cluster that is one's own
 */
export async function ensurePostgres(say) {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  if (!findBinaries() && canUseApt()) {
    say('Installing PostgreSQL for the tests (once) …');
    try {
      await installDebianPackages(['postgresql']);
    } catch (error) {
      return { skipped: error instanceof Error ? error.message : String(error) };
    }
  }
  const binaries = findBinaries();
  if (!binaries)
    return { skipped: `no PostgreSQL ${oldestVersion} or newer here; set TEST_DATABASE_URL to one` };
  return startCluster(binaries);
}

/** @param {string} binaries @returns {Promise<{ url: string, stop: () => Promise<void>, restart: () => Promise<void> } | { skipped: string }>} */
async function startCluster(binaries) {
  const folder = mkdtempSync(join(tmpdir(), 'console-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (process.getuid?.() === 0) {
    const uid = await findServerUser();
    if (uid === undefined) return { skipped: 'there is no user "postgres" to run the server as' };
    for (const path of [folder, data]) chownSync(path, uid, -1);
    chmodSync(folder, 0o711);
  }
  const port = await findFreePort();
  const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200`;
  const stop = async () => {
    await asServerUser(`${binaries}/pg_ctl -D ${data} -m immediate stop`);
    rmSync(folder, { recursive: true, force: true });
  };
  const restart = async () => {
    await asServerUser(`${binaries}/pg_ctl -D ${data} -m fast -w -l ${folder}/log -o '${settings}' restart`);
  };
  const made = await asServerUser(
    `${binaries}/initdb -D ${data} -U console -A trust -E UTF8 --locale=C.UTF-8 --no-sync && ${binaries}/pg_ctl -D ${data} -w -l ${folder}/log -o '${settings}' start`,
  );
  if (made.code === 0) return { url: `postgres://console@127.0.0.1:${port}/postgres`, stop, restart };
  await stop();
  return { skipped: `the throw-away server did not start: ${lastLines(made.output, 4)}` };
}
