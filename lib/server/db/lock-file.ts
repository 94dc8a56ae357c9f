import 'server-only';
import { closeSync, existsSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';

/** Another process holds the folder. */
export class LockedError extends Error {}

/**
 * Takes a lock file that holds the process id and its start time, so that a recycled id is not mistaken for the holder.
 * A lock left behind by a dead process is taken over.
 * @returns what releases it
 * @throws LockedError while another process lives that holds it
 */
export function takeLock(file: string): () => void {
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, JSON.stringify({ pid: process.pid, startedAt: startTimeOf(process.pid) }));
      closeSync(handle);
      return () => {
        if (existsSync(file)) unlinkSync(file);
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = readHolder(file);
      if (holder && isAlive(holder)) {
        throw new LockedError(
          `${file} is held by process ${holder.pid}. Stop it first, or set another DATA_DIR.`,
        );
      }
      unlinkSync(file);
    }
  }
}

interface Holder {
  pid: number;
  startedAt: string | null;
}

function readHolder(file: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || typeof holder.pid !== 'number')
      return undefined;
    const startedAt = 'startedAt' in holder && typeof holder.startedAt === 'string' ? holder.startedAt : null;
    return { pid: holder.pid, startedAt };
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return holder.startedAt === null || holder.startedAt === startTimeOf(holder.pid);
}

/** Linux tells it in /proc, field 22 counted after the command's closing bracket; elsewhere null. */
function startTimeOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
