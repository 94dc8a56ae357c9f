import 'server-only';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type KeyWrapping, keyWrappings } from './wise/card-data/request-jwe.ts';
import { isWiseApiVersion, type WiseApiVersion } from './wise/path.ts';
import { emulatorHosts, wiseHosts, wiseWebhookPublicKeys } from './wise-environments.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);
const isLoopback = (host: string) => loopback.has(host);

const port = z.coerce.number().int().min(1).max(65535);
/** https, except on loopback. */
const upstreamUrl = z.url().refine((value) => {
  const url = new URL(value);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}, 'must be https, or http on loopback');
const most = (limit: number) => z.coerce.number().int().min(1).max(limit);
const perWindow = most(1_000_000);

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  EMULATOR_PORT: port.default(4010),
  CONSOLE_URL: z.url().optional(),
  WISE_ENVIRONMENT: z.enum(['emulator', 'sandbox', 'production']).default('emulator'),
  WISE_API_URL: upstreamUrl.optional(),
  WISE_CARD_DATA_URL: upstreamUrl.optional(),
  WISE_WEB_URL: upstreamUrl.optional(),
  WISE_API_VERSION: z
    .custom<WiseApiVersion>(
      (value) => typeof value === 'string' && isWiseApiVersion(value),
      'must be legacy or a quarter such as 2026Q3',
    )
    .default('legacy'),
  WISE_CLIENT_ID: z.string().min(1).optional(),
  WISE_CLIENT_SECRET: z.string().min(1).optional(),
  WISE_BOOTSTRAP_CONNECTIONS: z.string().optional(),
  WISE_COMPANY_USERS: z
    .string()
    .regex(/^\d{1,19}(\s*,\s*\d{1,19})*$/, 'must be user ids, commas between them')
    .optional(),
  WISE_CARD_DATA_ALGORITHM: z.enum(keyWrappings).default('RSA1_5'),
  WISE_WEBHOOK_PUBLIC_KEY: z.string().includes('BEGIN PUBLIC KEY').optional(),
  WISE_RATE_LIMIT_PER_SECOND: perWindow.default(100),
  WISE_RATE_LIMIT_PER_MINUTE: perWindow.default(1000),
  REPORTING_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a currency such as GBP')
    .default('GBP'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  VAULT_KEYS: z.string().min(1).optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD_HASH: z.string().startsWith('scrypt$', 'must come from npm run hash-password').optional(),
  PIN_REVEAL: z.enum(['on', 'off']).optional(),
  REVEALS_PER_PERSON_A_DAY: most(1000).default(10),
  REVEALS_PER_CARD_A_MONTH: most(1000).default(3),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const connectionsSchema = z.array(z.object({ userId: z.coerce.string(), refreshToken: z.string().min(1) }));
export type BootstrapConnection = z.output<typeof connectionsSchema>[number];

export interface Env {
  host: string;
  port: number;
  consoleUrl: string;
  /** Where this process itself answers. */
  ownUrl: string;
  isSecure: boolean;
  wise: {
    environment: 'emulator' | 'sandbox' | 'production';
    apiUrl: string;
    cardDataUrl: string;
    webUrl: string;
    apiVersion: WiseApiVersion;
    clientId: string;
    clientSecret: string;
    webhookPublicKey: string | null;
    cardDataAlgorithm: KeyWrapping;
    bootstrapConnections: BootstrapConnection[];
    /** Wise users who are the company itself; null = those who act for a business. */
    companyUsers: string[] | null;
    ratePerSecond: number;
    ratePerMinute: number;
  };
  /** What was billed in any currency is valued in this one as well. */
  reportingCurrency: string;
  databaseUrl: string | null;
  dataDir: string;
  vaultKeys: string;
  authSecret: string;
  firstAdministrator: { email: string; passwordHash: string } | null;
  hasDemoAccounts: boolean;
  reveals: { perPersonADay: number; perCardAMonth: number; pin: boolean };
  metricsToken: string | null;
  logLevel: string;
}

/** Every fault of the configuration, one line each. */
export class EnvError extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`Configuration: ${faults.join('; ')}`);
    this.faults = faults;
  }
}

/**
 * Reads the configuration (design: the table of variables). Empty values count as unset.
 * @throws EnvError with every fault at once.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const env = parsed.data;
  const faults: string[] = [];
  const isEmulator = env.WISE_ENVIRONMENT === 'emulator';
  const required = <T>(name: string, value: T | undefined, fallback: () => T): T => {
    if (value !== undefined) return value;
    if (!isEmulator)
      faults.push(`${name} is missing (required with WISE_ENVIRONMENT=${env.WISE_ENVIRONMENT})`);
    return fallback();
  };

  const dataDir = resolve(env.DATA_DIR);
  const secrets = isEmulator ? lazySecrets(dataDir) : () => ({ vaultKeys: '', authSecret: '' });
  const hosts =
    env.WISE_ENVIRONMENT === 'emulator' ? emulatorHosts(env.EMULATOR_PORT) : wiseHosts[env.WISE_ENVIRONMENT];
  const consoleUrl = (env.CONSOLE_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '');
  const parsedConsoleUrl = new URL(consoleUrl);
  if (parsedConsoleUrl.protocol !== 'https:' && !isLoopback(parsedConsoleUrl.hostname)) {
    faults.push('CONSOLE_URL must be https unless it is on loopback');
  }
  if (isEmulator && !isLoopback(env.HOST)) {
    faults.push('HOST must be loopback with WISE_ENVIRONMENT=emulator: demo accounts have a known password');
  }
  if ((env.ADMIN_EMAIL === undefined) !== (env.ADMIN_PASSWORD_HASH === undefined)) {
    faults.push('ADMIN_EMAIL and ADMIN_PASSWORD_HASH go together');
  }

  const result: Env = {
    host: env.HOST,
    port: env.PORT,
    consoleUrl,
    ownUrl: `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`,
    isSecure: parsedConsoleUrl.protocol === 'https:',
    wise: {
      environment: env.WISE_ENVIRONMENT,
      apiUrl: env.WISE_API_URL ?? hosts.api,
      cardDataUrl: env.WISE_CARD_DATA_URL ?? hosts.cardData,
      webUrl: env.WISE_WEB_URL ?? hosts.web,
      apiVersion: env.WISE_API_VERSION,
      clientId: required('WISE_CLIENT_ID', env.WISE_CLIENT_ID, () => 'demo-client'),
      clientSecret: required('WISE_CLIENT_SECRET', env.WISE_CLIENT_SECRET, () => 'demo-secret'),
      webhookPublicKey:
        env.WISE_WEBHOOK_PUBLIC_KEY?.replaceAll('\\n', '\n') ??
        (env.WISE_ENVIRONMENT === 'emulator' ? null : wiseWebhookPublicKeys[env.WISE_ENVIRONMENT]),
      cardDataAlgorithm: env.WISE_CARD_DATA_ALGORITHM,
      bootstrapConnections: readConnections(env.WISE_BOOTSTRAP_CONNECTIONS, faults),
      companyUsers: env.WISE_COMPANY_USERS?.split(',').map((userId) => userId.trim()) ?? null,
      ratePerSecond: env.WISE_RATE_LIMIT_PER_SECOND,
      ratePerMinute: env.WISE_RATE_LIMIT_PER_MINUTE,
    },
    reportingCurrency: env.REPORTING_CURRENCY,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir,
    vaultKeys: required('VAULT_KEYS', env.VAULT_KEYS, () => secrets().vaultKeys),
    authSecret: required('AUTH_SECRET', env.AUTH_SECRET, () => secrets().authSecret),
    firstAdministrator:
      env.ADMIN_EMAIL && env.ADMIN_PASSWORD_HASH
        ? { email: env.ADMIN_EMAIL, passwordHash: env.ADMIN_PASSWORD_HASH }
        : null,
    hasDemoAccounts: isEmulator,
    reveals: {
      perPersonADay: env.REVEALS_PER_PERSON_A_DAY,
      perCardAMonth: env.REVEALS_PER_CARD_A_MONTH,
      // A PIN on a screen is for demonstrations, unless somebody decides otherwise.
      pin: (env.PIN_REVEAL ?? (isEmulator ? 'on' : 'off')) === 'on',
    },
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
  };
  if (faults.length > 0) throw new EnvError(faults);
  return result;
}

/** JSON, or the path of a file that holds it. */
function readConnections(given: string | undefined, faults: string[]): BootstrapConnection[] {
  if (given === undefined) return [];
  try {
    const text = given.trimStart().startsWith('[') ? given : readFileSync(given, 'utf8');
    return connectionsSchema.parse(JSON.parse(text));
  } catch {
    faults.push(
      'WISE_BOOTSTRAP_CONNECTIONS must be a JSON array of {userId, refreshToken}, or the path of such a file',
    );
    return [];
  }
}

const secretsSchema = z.object({ vaultKeys: z.string(), authSecret: z.string() });

/** The emulator's installation makes its own secrets once and keeps them in DATA_DIR, readable by its owner only. */
function lazySecrets(dataDir: string): () => z.output<typeof secretsSchema> {
  return () => {
    const file = join(dataDir, 'secrets.json');
    if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const secrets = {
      vaultKeys: `k1:${randomBytes(32).toString('base64')}`,
      authSecret: randomBytes(32).toString('base64url'),
    };
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' });
    return secrets;
  };
}
