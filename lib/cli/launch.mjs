import { setTimeout as wait } from 'node:timers/promises';
import { childEnvironment, Fault, nextCliIn, root } from './project.mjs';
import { startService } from './service.mjs';

/** @typedef {import('./service.mjs').Service} Service */

// Without a ceiling V8 collects lazily and the server grows into whatever memory the machine has.
const heapMegabytes = 384;

/** @param {Service} service @param {string} how */
export function describeEnd(service, how) {
  return [`The ${service.name} stopped (${how}).`, ...service.lastLines()];
}

/**
 * Starts the emulator without waiting for it.
 * @param {{ port: number, dataDir: string, seed?: string, ephemeral?: boolean, env?: Record<string, string | undefined>, sink: import('node:stream').Writable }} options port 0: any free one
 */
export function startEmulator({ port, dataDir, seed = 'demo', ephemeral = false, env = {}, sink }) {
  const args = ['lib/emulator/main.ts', '--port', String(port), '--seed', seed, '--data-dir', dataDir];
  return startService({
    name: 'emulator',
    args: ephemeral ? [...args, '--ephemeral'] : args,
    env: childEnvironment(env),
    sink,
  });
}

/**
 * @param {Service} service
 * @returns {Promise<string>} its URL
 * @throws {Fault} with its last lines when it does not come up
 */
export async function waitForEmulator(service) {
  const ready = await service.waitForLine(/emulator ready (http:\/\/\S+)/, 30_000);
  if (ready?.[1]) return ready[1];
  if (!service.isRunning()) throw new Fault(describeEnd(service, await service.ended));
  throw new Fault(['The emulator did not come up within 30 s.', ...service.lastLines()]);
}

/**
 * What the console needs to know to talk to an emulator, as environment variables.
 * @param {string} emulatorUrl
 * @returns {Promise<Record<string, string>>}
 */
export async function readEmulatorSettings(emulatorUrl) {
  const reply = await fetch(`${emulatorUrl}/_emulator/bootstrap`, { signal: AbortSignal.timeout(5000) });
  if (!reply.ok) throw new Fault(`The emulator at ${emulatorUrl} answered ${reply.status} to its bootstrap.`);
  const bootstrap = await reply.json();
  return {
    WISE_ENVIRONMENT: 'emulator',
    WISE_API_URL: emulatorUrl,
    WISE_CARD_DATA_URL: emulatorUrl,
    WISE_WEB_URL: emulatorUrl,
    WISE_CLIENT_ID: bootstrap.clientId,
    WISE_CLIENT_SECRET: bootstrap.clientSecret,
    WISE_BOOTSTRAP_CONNECTIONS: JSON.stringify(bootstrap.connections),
    WISE_WEBHOOK_PUBLIC_KEY: bootstrap.webhookPublicKey,
  };
}

/**
 * Starts the console without waiting for it.
 * @param {{ host: string, port: number, folder?: string, development?: boolean, env: Record<string, string | undefined>, sink: import('node:stream').Writable }} options folder: where it was built
 */
export function startConsole({ host, port, folder = root, development = false, env, sink }) {
  const nextCli = nextCliIn(folder);
  const address = ['-H', host, '-p', String(port)];
  return startService({
    name: 'console',
    cwd: folder,
    args: development
      ? [nextCli, 'dev', ...address]
      : [`--max-old-space-size=${heapMegabytes}`, nextCli, 'start', ...address],
    env: childEnvironment({
      NODE_ENV: development ? 'development' : 'production',
      // The console ends its work and closes its store before it exits; Next's own handler would not wait for that.
      NEXT_MANUAL_SIG_HANDLE: 'true',
      ...env,
      HOST: host,
      PORT: String(port),
    }),
    sink,
  });
}

/**
 * Waits until the console can be worked with.
 * @param {Service} service
 * @param {string} url
 * @param {number} limitMs
 * @throws {Fault} when it ends before that or takes too long
 */
export async function waitUntilReady(service, url, limitMs) {
  const until = Date.now() + limitMs;
  let last = 'no answer';
  while (Date.now() < until) {
    if (!service.isRunning()) throw new Fault(describeEnd(service, await service.ended));
    try {
      const reply = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5000) });
      if (reply.status === 200) return;
      last = `${reply.status} ${(await reply.text()).slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    await wait(50);
  }
  throw new Fault([
    `The console was not ready after ${limitMs / 1000} s. Its health page: ${last}`,
    ...service.lastLines(),
  ]);
}
