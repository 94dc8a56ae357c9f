import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LockedError, takeLock } from './lock-file.ts';

const lockPath = () => join(mkdtempSync(join(tmpdir(), 'console-lock-')), 'store.lock');

describe('takeLock', () => {
  it('refuses while another process lives that holds it, and says which', async () => {
    const file = lockPath();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      writeFileSync(file, JSON.stringify({ pid: other.pid, startedAt: null }));
      expect(() => takeLock(file)).toThrow(LockedError);
      expect(() => takeLock(file)).toThrow(String(other.pid));
    } finally {
      other.kill();
    }
  });

  it('takes over from a dead process, a recycled process id, and a broken file', () => {
    for (const content of [
      '{"pid":4194303,"startedAt":"1"}',
      `{"pid":${process.ppid},"startedAt":"not its start"}`,
      'broken',
    ]) {
      const file = lockPath();
      writeFileSync(file, content);
      const release = takeLock(file);
      expect(existsSync(file)).toBe(true);
      release();
      expect(existsSync(file)).toBe(false);
    }
  });
});
