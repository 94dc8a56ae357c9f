import { randomBytes, randomUUID } from 'node:crypto';
import { CompactEncrypt, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { makeRevealKeys, openDetails, openPin, RevealFault } from './open-reveal.ts';

const card = { token: randomUUID(), lastFourDigits: '1111' };
const details = { pan: '4111111111111111', cvv2: '123', expiryDate: '11/29', cardholderName: 'Amara Okafor' };
const keys = await makeRevealKeys();
const toBytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** As the console seals it. */
async function seal(content: unknown) {
  const revealId = randomUUID();
  const sealed = await new CompactEncrypt(toBytes(content))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cardToken: card.token })
    .setKeyManagementParameters({ apv: new TextEncoder().encode(revealId) })
    .encrypt(await importJWK(keys.publicKey, 'ECDH-ES'));
  return { revealId, sealed, expiresAt: '' };
}

/** As Wise answers: encrypted directly with the content key of the request. */
async function answerOfWise(value: unknown) {
  const contentKey = randomBytes(32);
  const reply = await new CompactEncrypt(toBytes(value))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(contentKey);
  return { form: 'jwe', contentKey: contentKey.toString('base64url'), reply };
}

const faultOf = (act: Promise<unknown>) =>
  act.then(
    () => 'opened',
    (error: unknown) => (error instanceof RevealFault ? error.kind : String(error)),
  );

describe('what the page opens', () => {
  it('Wise’s encrypted answer', async () => {
    const reply = await seal(await answerOfWise({ nonce: 'n', ...details }));
    expect(await openDetails(reply, keys, card)).toEqual(details);
  });

  it('a clear answer, details and PIN', async () => {
    expect(await openDetails(await seal({ form: 'clear', details }), keys, card)).toEqual(details);
    const pin = await seal({ form: 'clear', details: { pin: '4821' } });
    expect(await openPin(pin, keys, card.token)).toEqual({ pin: '4821' });
  });

  it('opens for no other key, reveal or card, and not after a change', async () => {
    const reply = await seal({ form: 'clear', details });
    const parts = reply.sealed.split('.');
    const changed = parts.with(3, `${parts[3]?.startsWith('A') ? 'B' : 'A'}${parts[3]?.slice(1)}`).join('.');
    expect(await faultOf(openDetails(reply, await makeRevealKeys(), card))).toBe('not-opened');
    expect(await faultOf(openDetails({ ...reply, sealed: changed }, keys, card))).toBe('not-opened');
    expect(await faultOf(openDetails({ ...reply, revealId: randomUUID() }, keys, card))).toBe('another-card');
    expect(await faultOf(openDetails(reply, keys, { ...card, token: randomUUID() }))).toBe('another-card');
  });

  it.each([
    ['ends otherwise', '4111111111111103'],
    ['fails its own check', '4111111111121111'],
    ['is no number', '411111111111 1111'],
  ])('shows no card whose number %s', async (_, pan) => {
    const reply = await seal(await answerOfWise({ ...details, pan }));
    expect(await faultOf(openDetails(reply, keys, card))).toBe('another-card');
  });

  it.each([
    ['a field is missing', { ...details, cvv2: undefined }],
    ['it is no object', 'details'],
  ])('shows nothing where %s', async (_, value) => {
    expect(await faultOf(openDetails(await seal(await answerOfWise(value)), keys, card))).toBe('not-opened');
  });

  it('shows nothing where Wise encrypted to another content key', async () => {
    const other = { ...(await answerOfWise(details)), contentKey: randomBytes(32).toString('base64url') };
    expect(await faultOf(openDetails(await seal(other), keys, card))).toBe('not-opened');
  });

  it('keeps the private half inside the browser', async () => {
    await expect(crypto.subtle.exportKey('jwk', keys.privateKey)).rejects.toThrow();
  });
});
