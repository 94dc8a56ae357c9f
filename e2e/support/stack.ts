import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { z } from 'zod';
import {
  readEmulatorSettings,
  startConsole,
  startEmulator,
  waitForEmulator,
  waitUntilReady,
} from '../../lib/cli/launch.mjs';
import { findFreePort } from '../../lib/cli/ports.mjs';
import { createDatabase } from '../../lib/cli/create-database.mjs';
import { copyEmptyStore } from './empty-store.ts';

export interface Stack {
  readonly consoleUrl: string;
  readonly emulatorUrl: string;
  readonly dataDir: string;
  /** Stops the console and starts it again on the same store and port; `env` adds to what it was started with. */
  restartConsole(env?: Record<string, string>): Promise<void>;
  /** Ends the console at once, as a crash would; `restartConsole` brings it back. */
  killConsole(): Promise<void>;
  /** Everything the console has written to its log until now. */
  readConsoleLog(): string;
  stop(): Promise<void>;
}

/** Tests ask more of the emulator in a minute than Wise would allow. */
const generous = { perSecond: 1_000, perMinute: 60_000 };
export const metricsToken = 'metrics-token-of-the-tests';

/**
 * One emulator and one console on free ports, with a store of their own: a folder, or a database where
 * TEST_DATABASE_URL names a server.
 * @param name for the log files in test-results
 */
export async function startStack(
  name: string,
  extraEnv: Record<string, string> = {},
  databaseServer = process.env.TEST_DATABASE_URL,
): Promise<Stack> {
  const dataDir = mkdtempSync(join(tmpdir(), 'console-test-'));
  mkdirSync('test-results', { recursive: true });
  const logName = `${name}-${databaseServer ? 'postgres' : 'embedded'}.log`;
  const consoleLog = join('test-results', `console-${logName}`);
  const log = createWriteStream(consoleLog);

  const emulator = startEmulator({
    port: 0,
    dataDir: join(dataDir, 'emulator'),
    ephemeral: true,
    sink: createWriteStream(join('test-results', `emulator-${logName}`)),
  });
  const emulatorUrl = await waitForEmulator(emulator);
  const database = databaseServer
    ? await createDatabase(databaseServer, process.env.EMPTY_DATABASE)
    : undefined;
  const port = await findFreePort();
  const consoleUrl = `http://127.0.0.1:${port}`;
  const env = {
    ...(await readEmulatorSettings(emulatorUrl)),
    WISE_RATE_LIMIT_PER_SECOND: String(generous.perSecond),
    WISE_RATE_LIMIT_PER_MINUTE: String(generous.perMinute),
    CONSOLE_URL: consoleUrl,
    DATA_DIR: join(dataDir, 'console'),
    DATABASE_URL: database?.url ?? '',
    // The tests of a whole run are one person's.
    REVEALS_PER_PERSON_A_DAY: '500',
    METRICS_TOKEN: metricsToken,
    // Nothing of the shell that runs the tests may reach the console.
    VAULT_KEYS: '',
    AUTH_SECRET: '',
    ADMIN_EMAIL: '',
    ADMIN_PASSWORD_HASH: '',
    // What its jobs did tells why a test waited in vain.
    LOG_LEVEL: 'debug',
    ...extraEnv,
  };
  await setRateLimit(emulatorUrl);
  if (!database) copyEmptyStore(env.DATA_DIR);

  const launch = (more: Record<string, string> = {}) =>
    startConsole({ host: '127.0.0.1', port, env: { ...env, ...more }, sink: log });
  let running = launch();
  const stop = async () => {
    await running.stop();
    await emulator.stop();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(running, consoleUrl, 120_000);
    await waitUntilIndexed(consoleUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    consoleUrl,
    emulatorUrl,
    dataDir: env.DATA_DIR,
    async restartConsole(more) {
      await running.stop();
      running = launch(more);
      await waitUntilReady(running, consoleUrl, 120_000);
    },
    async killConsole() {
      process.kill(running.pid, 'SIGKILL');
      await running.ended;
    },
    readConsoleLog: () => readFileSync(consoleLog, 'utf8'),
    stop,
  };
}

export async function setRateLimit(emulatorUrl: string): Promise<void> {
  const reply = await fetch(`${emulatorUrl}/_emulator/settings`, {
    method: 'POST',
    body: JSON.stringify({ rateLimit: generous }),
  });
  if (!reply.ok) throw new Error(`the emulator refused its settings: ${reply.status}`);
}

/** On a busy machine the console may call itself ready before every card was read once, and a part may have to be read again. */
export async function waitUntilIndexed(consoleUrl: string): Promise<void> {
  const isIndexed = async () => {
    const reply = await fetch(`${consoleUrl}/api/health/ready`);
    return z.object({ indexComplete: z.boolean() }).parse(await reply.json()).indexComplete;
  };
  await expect.poll(isIndexed, { timeout: 180_000 }).toBe(true);
}
