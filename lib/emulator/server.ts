import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
import { lockFolder } from './files/folder-lock.ts';
import { Keeper, keepSigningKeys, writeBootstrap } from './files/keeper.ts';
import type { SeedName, SeedOptions } from './seeds/seed.ts';
import { mkdirSync } from 'node:fs';

const host = '127.0.0.1';

export interface ServeOptions {
  /** 0: any free one. */
  port: number;
  seed: SeedName;
  seedOptions?: SeedOptions;
  /** Where state and keys are kept; null keeps nothing. */
  dataDir: string | null;
  webhookUrl?: string | null;
  onUnexpected?: (error: unknown) => void;
}

export interface RunningEmulator {
  url: string;
  emulator: Emulator;
  close: () => Promise<void>;
}

/** What stops a start and is told in one line. */
export class StartFault extends Error {}

function prepare(options: ServeOptions): { emulator: Emulator; release: () => void; flush: () => void } {
  const { dataDir, seed, seedOptions, webhookUrl = null } = options;
  if (dataDir === null) {
    const emulator = createEmulator({ webhookUrl });
    emulator.reset(seed, seedOptions);
    return { emulator, release: () => {}, flush: () => {} };
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = lockFolder(dataDir);
  if (!release) throw new StartFault(`Another emulator uses ${dataDir}`);
  try {
    const emulatorOptions: EmulatorOptions = { keys: keepSigningKeys(dataDir), webhookUrl };
    const emulator = createEmulator(emulatorOptions);
    const keeper = new Keeper(dataDir, emulator.world);
    const isRead = keeper.load();
    keeper.watch();
    // A folder holds one seed's world; asking for another plants that one instead.
    if (isRead && emulator.world.seed === seed) {
      if (webhookUrl !== null) emulator.world.settings = { ...emulator.world.settings, webhookUrl };
      emulator.resume();
    } else {
      emulator.reset(seed, seedOptions);
    }
    keeper.writeAll();
    writeBootstrap(dataDir, emulator.bootstrap());
    emulator.onReset(() => writeBootstrap(dataDir, emulator.bootstrap()));
    return { emulator, release, flush: () => keeper.flush() };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Starts the emulator on loopback.
 * @throws {StartFault} when the port is taken or another process uses the folder
 */
export async function serveEmulator(options: ServeOptions): Promise<RunningEmulator> {
  const { emulator, flush, release } = prepare(options);
  const { app } = createApp(emulator, options.onUnexpected);
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  const leave = () => {
    emulator.stop();
    flush();
    release();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, host, resolve);
    });
  } catch (error) {
    leave();
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw isTaken ? new StartFault(`Port ${options.port} is taken`) : error;
  }
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://${host}:${port}`,
    emulator,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          leave();
          resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
