import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** The file is either the old one or the new one, whatever happens in between. */
export function writeAtomically(path: string, content: string, mode = 0o600): void {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', mode);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
