import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * When a process began, in the system's own words: with the pid it names one process, even after the pid is used again.
 * @param {number} pid
 * @returns {string | undefined} undefined when there is no such process
 */
export function readStartTime(pid) {
  try {
    if (existsSync('/proc/self/stat')) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state === 'Z' ? undefined : rest[18];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** @typedef {{ pid: number, startTime: string | undefined }} ProcessIdentity */

/** @param {number} pid @returns {ProcessIdentity} */
export function identify(pid) {
  return { pid, startTime: readStartTime(pid) };
}

/** @param {ProcessIdentity} identity */
export function isAlive(identity) {
  const startTime = readStartTime(identity.pid);
  return startTime !== undefined && startTime === identity.startTime;
}
