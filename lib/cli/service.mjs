import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { nodeBinary, root } from './project.mjs';

const keptLines = 40;

/**
 * A server kept running until it is stopped. It gets its own process group, so that Ctrl-C reaches only the launcher,
 * which then stops its servers in order.
 * @param {{ name: string, args: string[], cwd?: string, env: NodeJS.ProcessEnv, sink: import('node:stream').Writable }} options
 */
export function startService({ name, args, cwd = root, env, sink }) {
  const child = spawn(nodeBinary(), args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {string[]} */
  const tail = [];
  /** @type {Set<(line: string) => void>} */
  const listeners = new Set();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      tail.push(line);
      if (tail.length > keptLines) tail.shift();
      sink.write(`${line}\n`);
      for (const listener of [...listeners]) listener(line);
    });

  /** @type {Promise<string>} resolves with how it ended */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  let running = true;
  void ended.then(() => (running = false));
  const signalGroup = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // Nobody is left in the group.
    }
  };

  return {
    name,
    pid: child.pid ?? 0,
    ended,
    isRunning: () => running,
    lastLines: (count = 12) => tail.slice(-count),

    /** @param {RegExp} pattern @param {number} limitMs @returns {Promise<RegExpMatchArray | undefined>} undefined: it ended or took too long */
    waitForLine(pattern, limitMs) {
      return new Promise((resolve) => {
        const finish = (/** @type {RegExpMatchArray | undefined} */ match) => {
          clearTimeout(timer);
          listeners.delete(listener);
          resolve(match);
        };
        const listener = (/** @type {string} */ line) => {
          const match = line.match(pattern);
          if (match) finish(match);
        };
        const timer = setTimeout(() => finish(undefined), limitMs);
        listeners.add(listener);
        for (const line of tail) listener(line);
        void ended.then(() => finish(undefined));
      });
    },

    /** Asks it to end, and ends it (and what it started) when it has not after `patienceMs`. */
    async stop(patienceMs = 10_000) {
      if (running) {
        const timer = setTimeout(() => signalGroup('SIGKILL'), patienceMs);
        if (child.pid) process.kill(child.pid, 'SIGTERM');
        await ended;
        clearTimeout(timer);
      }
      signalGroup('SIGKILL');
    },
  };
}

/** @typedef {ReturnType<typeof startService>} Service */
