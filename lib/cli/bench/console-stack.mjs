import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  readEmulatorSettings,
  startConsole,
  startEmulator,
  waitForEmulator,
  waitUntilReady,
} from '../launch.mjs';
import { findFreePort } from '../ports.mjs';
import { Fault, root } from '../project.mjs';
import { createDatabase } from '../create-database.mjs';
import { signIn } from './sign-in.mjs';

export const benchFolder = join(root, '.bench');
export const size = { profiles: 100, cards: 10_000 };
const unlimited = String(1_000_000);

/**
 * The console and what it stands on, with the cards read into its index.
 * @typedef {object} ConsoleStack
 * @property {string} consoleUrl
 * @property {string} emulatorUrl
 * @property {string} cookie of a signed-in operator
 * @property {number} pid of the console
 * @property {string} dataDir
 * @property {string | undefined} databaseUrl
 * @property {number} indexMs from the console's start until every card was read once
 * @property {() => Promise<void>} stopConsole leaves the data folder
 * @property {() => Promise<void>} startConsole again, after it was stopped
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ name: string, serverUrl: string | undefined, size?: { profiles: number, cards: number }, rate?: { perSecond: number, perMinute: number }, env?: Record<string, string>, folder?: string }} options serverUrl: a PostgreSQL server; without one the embedded store is used. rate: what the console may ask of Wise. env: more of the console's configuration. folder: where the console was built, unless in the project's own
 * @returns {Promise<ConsoleStack>}
 */
export async function startStack({ name, rate, serverUrl, size: wanted = size, env = {}, folder }) {
  mkdirSync(benchFolder, { recursive: true });
  const dataFolder = mkdtempSync(join(tmpdir(), 'console-bench-'));
  /** @type {(() => Promise<unknown>)[]} */
  const undo = [async () => rmSync(dataFolder, { recursive: true, force: true })];
  const stop = async () => {
    while (undo.length > 0) await undo.pop()?.();
  };
  try {
    const emulator = startEmulator({
      port: 0,
      dataDir: join(dataFolder, 'emulator'),
      seed: 'empty',
      ephemeral: true,
      sink: createWriteStream(join(benchFolder, `emulator-${name}.log`)),
    });
    undo.push(() => emulator.stop());
    const emulatorUrl = await waitForEmulator(emulator);
    await control(emulatorUrl, 'reset', { seed: 'scale', options: wanted });
    await control(emulatorUrl, 'settings', { rateLimit: null });

    const database = serverUrl === undefined ? undefined : await createDatabase(serverUrl);
    if (database) undo.push(() => database.drop());
    const port = await findFreePort();
    const consoleUrl = `http://127.0.0.1:${port}`;
    const dataDir = join(dataFolder, 'console');
    const wise = await readEmulatorSettings(emulatorUrl);
    const log = createWriteStream(join(benchFolder, `console-${name}.log`));
    const startedAt = performance.now();
    const launch = () =>
      startConsole({
        host: '127.0.0.1',
        port,
        ...(folder !== undefined && { folder }),
        env: {
          ...wise,
          WISE_RATE_LIMIT_PER_SECOND: String(rate?.perSecond ?? unlimited),
          WISE_RATE_LIMIT_PER_MINUTE: String(rate?.perMinute ?? unlimited),
          CONSOLE_URL: consoleUrl,
          DATA_DIR: dataDir,
          DATABASE_URL: database?.url ?? '',
          // Nothing of the shell that runs the bench may reach the console.
          VAULT_KEYS: '',
          AUTH_SECRET: '',
          ADMIN_EMAIL: '',
          ADMIN_PASSWORD_HASH: '',
          METRICS_TOKEN: '',
          LOG_LEVEL: 'info',
          ...env,
        },
        sink: log,
      });
    let console_ = launch();
    const stopConsole = () => console_.stop();
    undo.push(stopConsole);
    const waitForConsole = async () => {
      await waitUntilReady(console_, consoleUrl, 90_000);
      await waitUntilIndexed(consoleUrl);
    };
    await waitForConsole();
    const indexMs = performance.now() - startedAt;
    const cookie = await signIn(consoleUrl);
    return {
      consoleUrl,
      emulatorUrl,
      cookie,
      get pid() {
        return console_.pid;
      },
      dataDir,
      databaseUrl: database?.url,
      indexMs,
      stopConsole,
      async startConsole() {
        console_ = launch();
        await waitForConsole();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} emulatorUrl @param {string} operation @param {unknown} body */
export async function control(emulatorUrl, operation, body) {
  const reply = await fetch(`${emulatorUrl}/_emulator/${operation}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Fault(`The emulator refused ${operation}: ${reply.status} ${await reply.text()}`);
}

/** @param {string} consoleUrl */
async function waitUntilIndexed(consoleUrl, limitMs = 180_000) {
  const until = Date.now() + limitMs;
  while (Date.now() < until) {
    const reply = await fetch(`${consoleUrl}/api/health/ready`);
    if ((await reply.json()).indexComplete === true) return;
    await wait(100);
  }
  throw new Fault(`The console had not read every card after ${limitMs / 1000} s.`);
}
