import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

const hasProc = existsSync('/proc/self/stat');

/**
 * When a process began, as the system counts it: with the pid it names one process even after the pid is used again.
 * @returns null when there is no such process, or it is dead and only not yet buried; '' where the system does not tell
 */
function readStartTime(pid: number): string | null {
  if (!hasProc) return isRunning(pid) ? '' : null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : (rest[18] ?? '');
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isHeld(path: string): boolean {
  let content = '';
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
  const [pid = '', startTime = ''] = content.trim().split(' ');
  return /^\d+$/.test(pid) && readStartTime(Number(pid)) === startTime;
}

/** @returns false when what was taken away turned out to be a living process's lock; it is put back. */
function removeStale(path: string, aside: string): boolean {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true;
    throw error;
  }
  const wasHeld = isHeld(aside);
  if (wasHeld) renameSync(aside, path);
  else rmSync(aside, { force: true });
  return !wasHeld;
}

/**
 * Takes a folder for this process alone.
 * @returns a function that gives it back, or null when a living process holds it
 */
export function lockFolder(folder: string): (() => void) | null {
  const path = join(folder, 'emulator.lock');
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${readStartTime(process.pid) ?? ''}\n`);
  try {
    for (let tries = 0; tries < 3; tries++) {
      try {
        // A link is made or fails as a whole, so the lock is never seen half written.
        linkSync(mine, path);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      }
      if (isHeld(path) || !removeStale(path, `${mine}.stale`)) return null;
    }
    return null;
  } finally {
    rmSync(mine, { force: true });
  }
}
