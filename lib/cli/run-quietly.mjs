import { spawn } from 'node:child_process';
import { childEnvironment, root } from './project.mjs';

/**
 * Runs a command to its end and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, limitMs?: number, input?: string }} [options]
 * @returns {Promise<{ code: number, output: string, seconds: number }>} code 127: it could not be started; 124: it took longer than `limitMs`.
 */
export function runQuietly(command, args, { env = {}, cwd = root, limitMs, input } = {}) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: childEnvironment(env), detached: true });
    /** @type {Buffer[]} */
    const chunks = [];
    let late = false;
    const killGroup = () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    const endLate = () => {
      late = true;
      killGroup();
    };
    const timer = limitMs === undefined ? undefined : setTimeout(endLate, limitMs);
    process.once('exit', killGroup);
    const finish = (/** @type {number} */ code, /** @type {string} */ extra = '') => {
      clearTimeout(timer);
      process.off('exit', killGroup);
      const note = late ? `\nstopped after ${(limitMs ?? 0) / 1000} s` : extra;
      const seconds = (Date.now() - startedAt) / 1000;
      resolve({ code: late ? 124 : code, output: Buffer.concat(chunks).toString() + note, seconds });
    };
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    child.once('error', (error) => finish(127, `\n${error.message}`));
    child.once('close', (code) => finish(code ?? 1));
  });
}

/** @param {string} output @param {number} count */
export function lastLines(output, count) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
