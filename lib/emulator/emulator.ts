import { EncryptingKey } from './card-data/encrypting-key.ts';
import { DueSteps } from './core/due-steps.ts';
import { Faults } from './core/faults.ts';
import { RateLimiter } from './core/rate-limiter.ts';
import { RequestLog } from './core/request-log.ts';
import type { SeedName, SeedOptions } from './seeds/seed.ts';
import { scheduleSteps, takeStep } from './steps.ts';
import { Dispatcher } from './webhooks/dispatcher.ts';
import { type SendWebhook, sendWebhook } from './webhooks/send-webhook.ts';
import { makeSigningKeys, type SigningKeys } from './webhooks/signing-keys.ts';
import { newestRefreshTokenOf } from './wise/grants.ts';
import { oauthClient, World } from './world.ts';

export interface EmulatorOptions {
  keys?: SigningKeys;
  /** For card data, and for PINs and device fingerprints. Left out: one that is kept nowhere. */
  encryptingKey?: EncryptingKey;
  joseKey?: EncryptingKey;
  send?: SendWebhook;
  /** Where deliveries go unless settings say otherwise; comes back with every reset. */
  webhookUrl?: string | null;
  realNow?: () => number;
}

export interface Bootstrap {
  webhookPublicKey: string;
  connections: { userId: number; refreshToken: string }[];
  clientId: string;
  clientSecret: string;
}

export interface Emulator {
  world: World;
  faults: Faults;
  requests: RequestLog;
  limiter: RateLimiter;
  webhooks: Dispatcher;
  /** Transfers, batch groups, direct debits, card orders and prints that go on by themselves. */
  due: DueSteps;
  encryptingKey: EncryptingKey;
  joseKey: EncryptingKey;
  /** Back to a seed; faults, settings, log and clock start again, the keys stay. */
  reset: (seed: SeedName, options?: SeedOptions) => void;
  /** Takes up a world that was read back. */
  resume: () => void;
  /** What a console needs to begin: the client, the users that granted it access, the key deliveries are signed with. */
  bootstrap: () => Bootstrap;
  /** Told after each reset. */
  onReset: (listener: () => void) => void;
  stop: () => void;
}

/** Wise in memory, without sockets or files. Begins empty: `reset` plants a seed. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const world = new World({
    webhookUrl: options.webhookUrl ?? null,
    ...(options.realNow ? { realNow: options.realNow } : {}),
  });
  const keys = options.keys ?? makeSigningKeys();
  const faults = new Faults(world.random.faults);
  const requests = new RequestLog();
  const limiter = new RateLimiter();
  const webhooks = new Dispatcher({ world, keys, send: options.send ?? sendWebhook });
  limiter.use(world.settings.rateLimit);
  const resetListeners: (() => void)[] = [];

  const emulator: Emulator = {
    world,
    faults,
    requests,
    limiter,
    webhooks,
    due: new DueSteps(world.clock, (key) => takeStep(emulator, key)),
    encryptingKey: options.encryptingKey ?? new EncryptingKey(),
    joseKey: options.joseKey ?? new EncryptingKey(),
    resume: () => {
      limiter.use(world.settings.rateLimit);
      webhooks.restore();
      scheduleSteps(emulator);
    },
    reset: (seed, seedOptions = {}) => {
      world.reset(seed, seedOptions);
      faults.clear();
      requests.clear();
      emulator.resume();
      for (const listener of resetListeners) listener();
    },
    onReset: (listener) => resetListeners.push(listener),
    bootstrap: () => ({
      webhookPublicKey: keys.publicKeyPem,
      connections: world.users.all().flatMap(({ id }) => {
        const newest = newestRefreshTokenOf(world, id);
        return newest ? [{ userId: id, refreshToken: newest.token }] : [];
      }),
      clientId: oauthClient.id,
      clientSecret: oauthClient.secret,
    }),
    stop: () => {
      emulator.due.stop();
      webhooks.stop();
    },
  };
  return emulator;
}
