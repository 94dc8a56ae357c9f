// Runs on Node 20 with nothing installed: only node: modules and files of this folder until ensureInstalled is done.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from './build-if-needed.mjs';
import { checkConfiguration } from './check-configuration.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { takeLaunchLock } from './launch-lock.mjs';
import { checkDataDir, checkPorts, readLaunchSettings } from './launch-settings.mjs';
import {
  describeEnd,
  readEmulatorSettings,
  startConsole,
  startEmulator,
  waitForEmulator,
  waitUntilReady,
} from './launch.mjs';
import { Fault, printFaultAndExit } from './project.mjs';

const development = process.argv.includes('--dev');
const say = (/** @type {string} */ line) => console.log(line);

const demoAccounts = [
  ['operator@example.com, operator2@example.com', 'back office'],
  ['compliance@example.com, compliance2@example.com', 'compliance'],
  ['manager@example.com', 'branch manager, Leeds'],
  ['admin@example.com, admin2@example.com', 'administrator'],
  ['auditor@example.com', 'auditor'],
];

/** @type {import('./service.mjs').Service[]} in the order they started */
const services = [];
let releaseLock = () => {};
let stopping = false;

async function stopServices() {
  // The console first: it still finishes what it has begun at Wise.
  for (const service of services.toReversed()) await service.stop();
  releaseLock();
}

/** @param {string} signal */
async function stopOn(signal) {
  if (stopping) return;
  stopping = true;
  if (services.length > 0) say(`\nStopping (${signal}) …`);
  await stopServices();
  process.exit(0);
}

/** @param {string} dataDir @param {string} name @param {boolean} toFile */
function openSink(dataDir, name, toFile) {
  return toFile ? createWriteStream(join(dataDir, `${name}.log`), { mode: 0o600 }) : process.stdout;
}

/** @param {import('./launch-settings.mjs').LaunchSettings} settings */
function announce(settings) {
  say(`\nWise Admin Console is ready:  ${settings.publicUrl}`);
  if (settings.environment !== 'emulator') return;
  say(`Wise emulator:                http://127.0.0.1:${settings.emulatorPort}\n`);
  say('Demo accounts, password demo-console:');
  for (const [accounts, who] of demoAccounts) say(`  ${accounts?.padEnd(50)}${who}`);
  if (!development)
    say(`\nLogs: ${join(settings.dataDir, 'console.log')}, ${join(settings.dataDir, 'emulator.log')}`);
  say('Ctrl-C stops both.');
}

async function start() {
  const settings = readLaunchSettings();
  checkDataDir(settings);
  const lock = await takeLaunchLock(settings.dataDir, settings.publicUrl);
  releaseLock = lock.release;
  await checkPorts(settings);
  await ensureInstalled(say);
  await checkConfiguration({ DATA_DIR: settings.dataDir });
  if (!development) await buildIfNeeded(say);

  process.umask(0o077);
  const toFile = settings.environment === 'emulator' && !development;
  /** @type {Record<string, string | undefined>} */
  const env = { DATA_DIR: settings.dataDir, WISE_ENVIRONMENT: settings.environment };
  if (settings.environment === 'emulator') {
    const emulator = startEmulator({
      port: settings.emulatorPort,
      dataDir: join(settings.dataDir, 'emulator'),
      sink: openSink(settings.dataDir, 'emulator', toFile),
    });
    services.push(emulator);
    lock.addChild(emulator.pid);
    // What the person has set wins: tests put a proxy between the two.
    Object.assign(env, await readEmulatorSettings(await waitForEmulator(emulator)), pickWiseVariables());
  }
  const console_ = startConsole({
    host: settings.host,
    port: settings.port,
    development,
    env,
    sink: openSink(settings.dataDir, 'console', toFile),
  });
  services.push(console_);
  lock.addChild(console_.pid);
  await waitUntilReady(console_, settings.localUrl, development ? 180_000 : 90_000);
  announce(settings);

  const { service, how } = await Promise.race(
    services.map(async (service) => ({ service, how: await service.ended })),
  );
  if (!stopping) throw new Fault(describeEnd(service, how));
}

function pickWiseVariables() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name, value]) => name.startsWith('WISE_') && value),
  );
}

process.on('SIGINT', () => void stopOn('SIGINT'));
process.on('SIGTERM', () => void stopOn('SIGTERM'));
process.on('SIGHUP', () => void stopOn('SIGHUP'));

start().catch(async (error) => {
  if (stopping) return;
  stopping = true;
  await stopServices();
  printFaultAndExit(error);
});
