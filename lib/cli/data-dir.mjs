import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const neededMegabytes = 200;

/**
 * Makes the data folder, for its owner only, and tries it out.
 * @param {string} dataDir
 * @returns {string | undefined} what is wrong, or undefined
 */
export function findDataDirFault(dataDir) {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // A folder that already holds something may be somebody's; what is written into it is private anyway.
    if (readdirSync(dataDir).length === 0) chmodSync(dataDir, 0o700);
    writeFileSync(probe, Buffer.alloc(65_536), { mode: 0o600 });
    rmSync(probe);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOSPC' || code === 'EDQUOT')
      return `The disk is full: nothing can be written to DATA_DIR ${dataDir}.`;
    return `DATA_DIR ${dataDir} cannot be written to (${code}). Set it to a folder of yours.`;
  }
  const { bavail, bsize } = statfsSync(dataDir);
  const megabytes = Math.floor((bavail * bsize) / 1_048_576);
  if (megabytes < neededMegabytes)
    return `The disk is full: ${megabytes} MB are left at DATA_DIR ${dataDir}, ${neededMegabytes} MB are needed.`;
  return undefined;
}
