import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvError, parseEnv } from './env.ts';

const dataDir = () => mkdtempSync(join(tmpdir(), 'console-env-'));
const faultsOf = (source: Record<string, string>) => {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.faults;
    throw error;
  }
  return [];
};
const production = {
  WISE_ENVIRONMENT: 'production',
  WISE_CLIENT_ID: 'bank',
  WISE_CLIENT_SECRET: 'secret',
  VAULT_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  AUTH_SECRET: 'x'.repeat(32),
  CONSOLE_URL: 'https://console.example.com',
};

describe('parseEnv', () => {
  it('needs nothing on the emulator and keeps the secrets it makes, readable by their owner only', () => {
    const dir = dataDir();
    const first = parseEnv({ DATA_DIR: dir });
    const second = parseEnv({ DATA_DIR: dir });
    expect(second.vaultKeys).toBe(first.vaultKeys);
    expect(second.authSecret).toBe(first.authSecret);
    expect(statSync(join(dir, 'secrets.json')).mode & 0o077).toBe(0);
    expect(readFileSync(join(dir, 'secrets.json'), 'utf8')).toContain(first.authSecret);
  });

  it('lists every fault at once', () => {
    expect(
      faultsOf({ PORT: 'abc', WISE_ENVIRONMENT: 'moon', WISE_API_URL: 'http://api.example.com' }),
    ).toHaveLength(3);
  });

  it('makes up no secret outside the emulator', () => {
    expect(faultsOf({ WISE_ENVIRONMENT: 'production' }).join('\n')).toMatch(
      /WISE_CLIENT_ID.*\n.*WISE_CLIENT_SECRET.*\n.*VAULT_KEYS.*\n.*AUTH_SECRET/,
    );
  });

  it('takes a whole production configuration', () => {
    const env = parseEnv(production);
    expect(env.isSecure).toBe(true);
    expect(env.hasDemoAccounts).toBe(false);
    expect(env.wise.apiUrl).toBe('https://api.wise.com');
  });

  it('refuses demo accounts on any host but loopback', () => {
    expect(faultsOf({ HOST: '0.0.0.0', DATA_DIR: dataDir() })).toEqual([
      expect.stringContaining('HOST must be loopback'),
    ]);
  });

  it('refuses plain http for Wise and for the console unless on loopback', () => {
    expect(faultsOf({ ...production, CONSOLE_URL: 'http://console.example.com' })).toHaveLength(1);
    expect(faultsOf({ ...production, WISE_API_URL: 'http://127.0.0.1:4011' })).toEqual([]);
  });

  it('says what is wrong with the bootstrap connections', () => {
    expect(faultsOf({ ...production, WISE_BOOTSTRAP_CONNECTIONS: '[{}]' })).toEqual([
      expect.stringContaining('WISE_BOOTSTRAP_CONNECTIONS'),
    ]);
  });
});
