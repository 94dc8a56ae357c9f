import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findDataDirFault } from './data-dir.mjs';
import { findPortFault, parsePort } from './ports.mjs';
import { Fault, root } from './project.mjs';

const environments = ['emulator', 'sandbox', 'production'];

/**
 * What the launcher itself needs, read as the console reads it (a `.env` file counts, the real environment wins).
 * Everything else the console checks at its own start.
 * @throws {Fault} one line per fault
 */
export function readLaunchSettings() {
  // Next reads this file for the console; both must agree on where Wise is.
  const envFile = join(root, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);

  const environment = process.env.WISE_ENVIRONMENT || 'emulator';
  const console_ = parsePort('PORT', process.env.PORT, 3000);
  const emulator = parsePort('EMULATOR_PORT', process.env.EMULATOR_PORT, 4010);
  const faults = [];
  if (!environments.includes(environment))
    faults.push(`WISE_ENVIRONMENT is "${environment}". Set it to ${environments.join(', ')}.`);
  if ('fault' in console_) faults.push(console_.fault);
  if ('fault' in emulator) faults.push(emulator.fault);
  if ('fault' in console_ || 'fault' in emulator || faults.length > 0) throw new Fault(faults);
  if (environment === 'emulator' && console_.port === emulator.port)
    throw new Fault(`PORT and EMULATOR_PORT are both ${console_.port}. Set one of them to another port.`);

  const host = process.env.HOST || '127.0.0.1';
  return {
    environment,
    host,
    port: console_.port,
    emulatorPort: emulator.port,
    dataDir: resolve(root, process.env.DATA_DIR || '.data'),
    publicUrl: process.env.CONSOLE_URL || `http://localhost:${console_.port}`,
    /** Where this machine reaches the console. */
    localUrl: `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${console_.port}`,
  };
}

/** @typedef {ReturnType<typeof readLaunchSettings>} LaunchSettings */

/** @param {LaunchSettings} settings @throws {Fault} */
export function checkDataDir({ dataDir }) {
  const fault = findDataDirFault(dataDir);
  if (fault) throw new Fault(fault);
}

/** @param {LaunchSettings} settings @throws {Fault} one line per fault */
export async function checkPorts({ environment, host, port, emulatorPort }) {
  const faults = [
    await findPortFault('PORT', host, port),
    environment === 'emulator' ? await findPortFault('EMULATOR_PORT', '127.0.0.1', emulatorPort) : undefined,
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0) throw new Fault(faults);
}
