import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseVaultKeys } from './keys.ts';
import { createVault, type VaultContext, VaultError } from './vault.ts';

const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const here: VaultContext = { table: 'wise_connections', column: 'refresh_token_sealed', row: '42' };

function reasonOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof VaultError) return error.reason;
    throw error;
  }
  return 'opened';
}

describe('parseVaultKeys', () => {
  test('reads several keys in order', () => {
    const keys = parseVaultKeys(`${newKey('b')}, ${newKey('a')}`);
    expect(keys.map((key) => key.id)).toEqual(['b', 'a']);
    expect(keys.every((key) => key.bytes.length === 32)).toBe(true);
  });

  const good = newKey('good');
  test.each([
    ['', 'key 1: expected id:base64'],
    [`${good},`, 'key 2: expected id:base64'],
    [`${good},short:QUJD`, 'key 2 ("short"): expected 32 bytes in base64'],
    ['k:not base64!', 'key 1 ("k"): expected 32 bytes in base64'],
    ['a b:AAAA', 'key 1: the id takes letters, digits, "-" and "_", at most 32'],
    [`${good},${good}`, 'key 2 ("good"): this id stands twice'],
  ])('says which entry is wrong: %s', (text, message) => {
    expect(() => parseVaultKeys(text)).toThrow(message);
  });
});

describe('vault', () => {
  const vault = createVault(parseVaultKeys(newKey('k1')));

  test.each(['', 'a refresh token', 'ünïcødé 🔑', 'x'.repeat(20_000)])('opens what it sealed', (secret) => {
    expect(vault.open(vault.seal(secret, here), here)).toBe(secret);
  });

  test('names the key in the sealed text and never repeats itself', () => {
    const [one, two] = [vault.seal('secret', here), vault.seal('secret', here)];
    expect(one).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
    expect(one).not.toBe(two);
  });

  test.each([
    ['another row', { ...here, row: '43' }],
    ['another column', { ...here, column: 'access_token_sealed' }],
    ['another table', { ...here, table: 'wise_client_tokens' }],
    ['a profile that was not named', { ...here, profile: '1' }],
    ['parts cut elsewhere', { ...here, table: 'wise_connections"', column: ',"refresh_token_sealed' }],
  ])('refuses %s', (_, elsewhere) => {
    expect(reasonOf(() => vault.open(vault.seal('secret', here), elsewhere))).toBe('tampered');
  });

  test('refuses a value with any part changed', () => {
    const parts = vault.seal('secret', here).split('.');
    const changed = [2, 3, 4].map((index) =>
      parts.map((part, at) => (at === index ? `${part[0] === 'A' ? 'B' : 'A'}${part.slice(1)}` : part)),
    );
    for (const sealed of changed) expect(reasonOf(() => vault.open(sealed.join('.'), here))).toBe('tampered');
  });

  test.each([
    'secret',
    '',
    'v2.k1.AAAA.AAAA.AAAA',
    'v1.k1.AAAA.AAAA.AAAA',
    'v1.k1',
    `v1.k1.${'A'.repeat(16)}.${'A'.repeat(8)}.AAAA`,
  ])('refuses what was never sealed or has a shortened tag: %s', (text) => {
    expect(reasonOf(() => vault.open(text, here))).toBe('not-sealed');
  });

  test('after a rotation old values open, new ones use the new key, and old ones ask to be sealed again', () => {
    const [oldKey, newest] = [newKey('old'), newKey('new')];
    const sealedBefore = createVault(parseVaultKeys(oldKey)).seal('secret', here);
    const rotated = createVault(parseVaultKeys(`${newest},${oldKey}`));
    expect(rotated.open(sealedBefore, here)).toBe('secret');
    expect(rotated.needsResealing(sealedBefore)).toBe(true);
    expect(rotated.needsResealing(rotated.seal('secret', here))).toBe(false);
    expect(reasonOf(() => createVault(parseVaultKeys(newest)).open(sealedBefore, here))).toBe('unknown-key');
  });

  test('a key of the same name but other bytes does not open it', () => {
    const other = createVault(parseVaultKeys(newKey('k1')));
    expect(reasonOf(() => other.open(vault.seal('secret', here), here))).toBe('tampered');
  });

  test('needs a key', () => {
    expect(() => createVault([])).toThrow('at least one key');
  });
});
