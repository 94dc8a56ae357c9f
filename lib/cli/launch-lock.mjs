import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identify, isAlive } from './process-identity.mjs';
import { Fault } from './project.mjs';

/** @typedef {import('./process-identity.mjs').ProcessIdentity} ProcessIdentity */
/** @typedef {ProcessIdentity & { url: string, children: ProcessIdentity[] }} Holder */

/** @param {string} file @returns {Holder | undefined} */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * One launcher per data folder. A launcher that was killed leaves its lock and maybe its servers: both are taken over.
 * @param {string} dataDir
 * @param {string} url told to whoever comes second
 * @returns {Promise<{ addChild: (pid: number) => void, release: () => void }>}
 * @throws {Fault} naming the process that runs
 */
export async function takeLaunchLock(dataDir, url) {
  const file = join(dataDir, 'launcher.lock');
  const mine = `${file}.${process.pid}`;
  /** @type {Holder} */
  const holder = { ...identify(process.pid), url, children: [] };
  const write = () => writeFileSync(mine, JSON.stringify(holder), { mode: 0o600 });

  write();
  try {
    // A link appears whole or not at all, so nobody reads half a lock.
    while (!tryLink(mine, file)) {
      const other = readHolder(file);
      if (other && isAlive(other))
        throw new Fault(
          `Already running on ${dataDir} as process ${other.pid} (${other.url}). Stop it first, or set DATA_DIR to another folder.`,
        );
      for (const child of other?.children ?? []) await endLeftover(child);
      setAside(file, other);
    }
  } finally {
    rmSync(mine, { force: true });
  }

  return {
    addChild: (pid) => {
      holder.children.push(identify(pid));
      write();
      renameSync(mine, file);
    },
    release: () => {
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** @param {string} from @param {string} to */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a dead holder's lock; puts back what a faster launcher has written there meanwhile.
 * @param {string} file @param {Holder | undefined} dead
 */
function setAside(file, dead) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && moved.pid !== dead?.pid) tryLink(aside, file);
  rmSync(aside, { force: true });
}

/** @param {ProcessIdentity} child */
async function endLeftover(child) {
  for (const [signal, patienceMs] of /** @type {const} */ ([
    ['SIGTERM', 8000],
    ['SIGKILL', 2000],
  ])) {
    if (!isAlive(child)) return;
    process.kill(child.pid, signal);
    const until = Date.now() + patienceMs;
    while (isAlive(child) && Date.now() < until) await wait(50);
  }
}
