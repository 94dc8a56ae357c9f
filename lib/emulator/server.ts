import { mkdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { createEmulator, type Emulator } from './emulator.ts';
import { lockFolder } from './files/folder-lock.ts';
import { keepEncryptingKey, keepSigningKeys } from './files/kept-keys.ts';
import { Keeper, writeBootstrap } from './files/keeper.ts';
import type { SeedName, SeedOptions } from './seeds/seed.ts';

const host = '127.0.0.1';
/** Longer than a client keeps an idle connection, so that the client is the one who closes it. */
const keepAliveMs = 65_000;

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

interface Prepared {
  emulator: Emulator;
  /** Run once the port is ours: until then nothing is written and nothing is sent. */
  begin: () => void;
  leave: () => void;
}

function prepareInMemory({ seed, seedOptions, webhookUrl = null }: ServeOptions): Prepared {
  const emulator = createEmulator({ webhookUrl });
  return { emulator, begin: () => emulator.reset(seed, seedOptions), leave: () => emulator.stop() };
}

function prepareInFolder(options: ServeOptions, dataDir: string): Prepared {
  const { seed, seedOptions = {}, webhookUrl = null } = options;
  const emulator = createEmulator({
    keys: keepSigningKeys(dataDir),
    encryptingKey: keepEncryptingKey(dataDir, 'encrypting'),
    joseKey: keepEncryptingKey(dataDir, 'jose'),
    webhookUrl,
  });
  const { world } = emulator;
  const keeper = new Keeper(dataDir, world);
  const isRead = keeper.load();
  // A folder holds one seed's world; asking for another plants that one instead.
  const isWanted =
    isRead && world.seed === seed && isDeepStrictEqual({ ...world.seedOptions }, { ...seedOptions });

  const begin = () => {
    keeper.watch();
    // Refresh tokens change as they are used: a console that loses its store begins with those of now.
    keeper.onWritten((collections) => {
      if (collections.has('refresh-tokens')) writeBootstrap(dataDir, emulator.bootstrap());
    });
    if (isWanted) {
      if (webhookUrl !== null) world.settings = { ...world.settings, webhookUrl };
      emulator.resume();
    } else {
      emulator.reset(seed, seedOptions);
    }
    keeper.writeAll();
  };
  const leave = () => {
    emulator.stop();
    keeper.flush();
  };
  return { emulator, begin, leave };
}

function prepare(options: ServeOptions): Prepared {
  const { dataDir } = options;
  if (dataDir === null) return prepareInMemory(options);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = lockFolder(dataDir);
  if (!release) throw new StartFault(`Another emulator uses ${dataDir}`);
  try {
    const prepared = prepareInFolder(options, dataDir);
    return {
      ...prepared,
      leave: () => {
        prepared.leave();
        release();
      },
    };
  } catch (error) {
    release();
    const why = error instanceof Error ? error.message : 'unreadable';
    throw new StartFault(`The state in ${dataDir} cannot be read (${why}). Remove the folder to begin anew.`);
  }
}

/**
 * Starts the emulator on loopback.
 * @throws {StartFault} when the port is taken, another process uses the folder, or its state cannot be read
 */
export async function serveEmulator(options: ServeOptions): Promise<RunningEmulator> {
  const { begin, emulator, leave } = prepare(options);
  const { app } = createApp(emulator, options.onUnexpected);
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = keepAliveMs;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, host, () => {
        try {
          begin();
          resolve();
        } catch (error) {
          reject(error);
        }
      });
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
