import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../create-database.mjs';
import { signIn } from '../bench/sign-in.mjs';
import {
  readEmulatorSettings,
  startConsole,
  startEmulator,
  waitForEmulator,
  waitUntilReady,
} from '../launch.mjs';
import { findFreePort } from '../ports.mjs';
import { Fault, root } from '../project.mjs';
import { createWire } from './wire.mjs';

export const logFolder = join(root, 'test-results/faults');
/** The console asks less than this of itself; what is tried here is not the limit. */
const rate = { perSecond: 1000, perMinute: 60_000 };
const startMs = 180_000;

/** @typedef {Awaited<ReturnType<typeof startStack>>} Stack */
/** @typedef {{ url: string, wire: import('./wire.mjs').Wire, start: () => Promise<void>, stop: () => Promise<void>, kill: () => Promise<void> }} Console_ */

/**
 * An emulator and one or two consoles in a temporary folder, each console on a wire of its own to the emulator.
 * @param {{ name: string, serverUrl: string | undefined, consoles?: number }} options serverUrl: a PostgreSQL server; more than one console needs it
 */
export async function startStack({ name, serverUrl, consoles: count = 1 }) {
  mkdirSync(logFolder, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'console-faults-'));
  const dataDir = join(folder, 'console');
  /** @type {(() => Promise<unknown>)[]} */
  const undo = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    while (undo.length > 0) await undo.pop()?.();
  };
  try {
    const emulator = startEmulator({
      port: 0,
      dataDir: join(folder, 'emulator'),
      ephemeral: true,
      sink: createWriteStream(join(logFolder, `${name}-emulator.log`)),
    });
    undo.push(() => emulator.stop());
    const emulatorUrl = await waitForEmulator(emulator);
    const control = createControl(emulatorUrl);
    await control('POST', 'settings', { rateLimit: null });
    const database = serverUrl === undefined ? undefined : await createDatabase(serverUrl);
    if (database) undo.push(() => database.drop());

    /** @type {Console_[]} */
    const consoles = [];
    for (let index = 0; index < count; index++) {
      const wire = await createWire(emulatorUrl);
      undo.push(wire.close);
      const port = await findFreePort();
      const url = `http://127.0.0.1:${port}`;
      const sink = createWriteStream(join(logFolder, `${name}-console-${index + 1}.log`));
      const env = {
        ...(await readEmulatorSettings(emulatorUrl)),
        WISE_API_URL: wire.url,
        WISE_RATE_LIMIT_PER_SECOND: String(rate.perSecond),
        WISE_RATE_LIMIT_PER_MINUTE: String(rate.perMinute),
        CONSOLE_URL: url,
        // Replicas share their secrets, as they would by VAULT_KEYS and AUTH_SECRET.
        DATA_DIR: dataDir,
        DATABASE_URL: database?.url ?? '',
        // Nothing of the shell that runs this may reach the console.
        VAULT_KEYS: '',
        AUTH_SECRET: '',
        ADMIN_EMAIL: '',
        ADMIN_PASSWORD_HASH: '',
        METRICS_TOKEN: '',
        LOG_LEVEL: 'info',
      };
      const launch = () => startConsole({ host: '127.0.0.1', port, env, sink });
      let running = launch();
      undo.push(() => running.stop());
      await waitUntilReady(running, url, startMs);
      consoles.push({
        url,
        wire,
        async start() {
          running = launch();
          await waitUntilReady(running, url, startMs);
        },
        stop: () => running.stop(),
        async kill() {
          process.kill(running.pid, 'SIGKILL');
          await running.ended;
        },
      });
    }
    return {
      control,
      consoles,
      databaseUrl: database?.url,
      dataDir,
      /** @param {string} email @param {number} [on] which console */
      signIn: async (email = 'operator@example.com', on = 0) => {
        const { url = '' } = consoles[on] ?? {};
        return { url, cookie: await signIn(url, email) };
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} emulatorUrl @returns {(method: string, path: string, body?: unknown) => Promise<any>} */
const createControl = (emulatorUrl) => async (method, path, body) => {
  const reply = await fetch(`${emulatorUrl}/_emulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Fault(`The emulator refused ${method} ${path}: ${reply.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
};
