import { createPublicKey, type KeyObject } from 'node:crypto';
import { expect, it } from 'vitest';
import { testEncryptingKey } from '../test-support.ts';
import { EncryptingKey, printPublicKey } from './encrypting-key.ts';

it('is printed as bare base64 of its DER, or as PEM', async () => {
  const privateKey = await testEncryptingKey.current();
  const spki = printPublicKey(privateKey, 'spki');
  const pem = printPublicKey(privateKey, 'pem');
  expect(spki).toMatch(/^[A-Za-z0-9+/]+=*$/);
  const fromSpki = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
  for (const read of [fromSpki, createPublicKey(pem)]) {
    expect(read.equals(createPublicKey(privateKey))).toBe(true);
    expect(read.asymmetricKeyDetails?.modulusLength).toBe(2048);
  }
}, 60_000);

it('is made once, when first asked for, and again when rotated; each that is made is kept', async () => {
  const kept: KeyObject[] = [];
  const key = new EncryptingKey(null, (made) => kept.push(made));
  expect(kept).toEqual([]);
  const [first, same] = await Promise.all([key.current(), key.current()]);
  expect(same).toBe(first);
  await key.rotate();
  const second = await key.current();
  expect(second.equals(first)).toBe(false);
  expect(kept).toEqual([first, second]);
}, 60_000);

it('is the one of an earlier run where there is one', async () => {
  const earlier = await testEncryptingKey.current();
  const key = new EncryptingKey(earlier, () => {
    throw new Error('made another');
  });
  expect(await key.current()).toBe(earlier);
}, 60_000);
