import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EncryptingKeys, parseEncryptingKey, UnusableKey } from './encrypting-key.ts';

const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).publicKey;
const good = rsa(2048);
const der = good.export({ format: 'der', type: 'spki' }).toString('base64');

describe('parseEncryptingKey', () => {
  it.each([
    ['PEM', good.export({ format: 'pem', type: 'spki' }).toString()],
    ['bare base64', der],
    ['base64 with line breaks and spaces', ` ${der.replace(/.{64}/g, '$&\r\n')} `],
    ['PEM on one line', `-----BEGIN PUBLIC KEY-----${der}-----END PUBLIC KEY-----`],
  ])('reads %s', (_, text) => {
    expect(parseEncryptingKey(text).equals(good)).toBe(true);
  });

  it.each([
    ['a key that is too short', rsa(1024).export({ format: 'pem', type: 'spki' }).toString()],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .publicKey.export({ format: 'pem', type: 'spki' })
        .toString(),
    ],
    ['half a key', der.slice(0, 200)],
    ['nothing', ''],
    ['something else', '<html>'],
  ])('refuses %s', (_, text) => {
    expect(() => parseEncryptingKey(text)).toThrow(UnusableKey);
  });
});

describe('EncryptingKeys', () => {
  const setUp = () => {
    let nowMs = 1_000;
    let asked = 0;
    const keys = new EncryptingKeys({ now: () => nowMs });
    const fetchKey = async () => {
      asked += 1;
      return der;
    };
    return { keys, fetchKey, asked: () => asked, wait: (ms: number) => (nowMs += ms) };
  };

  it('is asked for once by many, and anew after five minutes', async () => {
    const { asked, fetchKey, keys, wait } = setUp();
    await Promise.all([keys.get(fetchKey), keys.get(fetchKey)]);
    wait(5 * 60_000 - 1);
    await keys.get(fetchKey);
    expect(asked()).toBe(1);
    wait(1);
    await keys.get(fetchKey);
    expect(asked()).toBe(2);
  });

  it('is asked for anew once forgotten, and after a failure', async () => {
    const { asked, fetchKey, keys } = setUp();
    await keys.get(fetchKey);
    keys.forget();
    await expect(keys.get(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
    await expect(keys.get(async () => 'nonsense')).rejects.toThrow(UnusableKey);
    await keys.get(fetchKey);
    expect(asked()).toBe(2);
  });
});
