import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

/** The project's own Node (24) once installed; whatever runs this file before that. */
export function nodeBinary() {
  const own = join(root, 'node_modules/node/bin/node');
  return existsSync(own) ? own : process.execPath;
}

export const nextCliIn = (/** @type {string} */ folder) => join(folder, 'node_modules/next/dist/bin/next');
export const nextCli = nextCliIn(root);

/** What stops a command and is told to the person: one line each, no stack. */
export class Fault extends Error {
  /** @param {string | string[]} lines */
  constructor(lines) {
    const list = Array.isArray(lines) ? lines : [lines];
    super(list.join('\n'));
    this.lines = list;
  }
}

/** @param {unknown} error */
export function printFaultAndExit(error) {
  console.error(error instanceof Fault ? error.lines.join('\n') : error);
  process.exit(1);
}

/**
 * The environment of every child: the project's own binaries first, no telemetry; code that was compiled once is kept,
 * since a console that starts spends a third of its time on that.
 * @param {Record<string, string | undefined>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node'),
    ...extra,
  };
}
