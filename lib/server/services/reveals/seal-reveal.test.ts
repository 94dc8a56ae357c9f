import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { compactDecrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../http/app-error.ts';
import { importRevealKey, sealReveal } from './seal-reveal.ts';

const makeKeys = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, publicKey: { kty: 'EC', crv: 'P-256', x, y } as const };
};

describe('sealReveal', () => {
  it('opens with the other half alone, and names the reveal and the card under the seal', async () => {
    const { privateKey, publicKey } = makeKeys();
    const of = { revealId: randomUUID(), cardToken: randomUUID() };
    const content = { form: 'jwe', contentKey: 'key', reply: 'a..b.c.d' } as const;
    const sealed = await sealReveal(await importRevealKey(publicKey), of, content);
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, privateKey);
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(content);
    expect(protectedHeader).toMatchObject({
      alg: 'ECDH-ES',
      enc: 'A256GCM',
      apv: Buffer.from(of.revealId).toString('base64url'),
      cardToken: of.cardToken,
    });
    await expect(compactDecrypt(sealed, makeKeys().privateKey)).rejects.toThrow();
  });
});

describe('importRevealKey', () => {
  it('refuses a point that is not on the curve', async () => {
    const { publicKey } = makeKeys();
    const error = await importRevealKey({ ...publicKey, y: publicKey.x }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'reveal_key_wrong' });
  });

  it('knows a key again', async () => {
    const { publicKey } = makeKeys();
    const [one, two] = await Promise.all([importRevealKey(publicKey), importRevealKey(publicKey)]);
    expect(one.thumbprint).toBe(two.thumbprint);
    expect((await importRevealKey(makeKeys().publicKey)).thumbprint).not.toBe(one.thumbprint);
  });
});
