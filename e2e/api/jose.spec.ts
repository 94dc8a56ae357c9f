import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { listCards } from '../../lib/contracts/cards.ts';
import { revealDetails } from '../../lib/contracts/sensitive-details.ts';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import { signInToConsole } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';
import {
  contentKeyJwk,
  decrypt,
  encrypt,
  encryptDirect,
  hasJwcrypto,
  newEcKey,
  newRsaKey,
  unwrapAlone,
  wrapAlone,
} from '../support/jwcrypto.ts';
import { confirm, why } from '../support/reveals.ts';
import { startStack } from '../support/stack.ts';
import { asCompanysUser, readJoseKey } from '../support/wise-tokens.ts';

// Round trips with python3-jwcrypto: every JOSE that leaves the console, and every one it reads.
test.skip(!hasJwcrypto(), 'python3-jwcrypto is not on this machine');

const sealedContent = z.object({ form: z.literal('jwe'), contentKey: z.string(), reply: z.string() });
const cardDetails = {
  nonce: 'n',
  pan: '4111111111111111',
  cvv2: '123',
  expiryDate: '11/29',
  cardholderName: 'A B',
};

test('card data asked for by RSA1_5 and by RSA-OAEP-256: another implementation reads the request, answers, and opens what the page is given', async ({}, info) => {
  const key = newRsaKey();
  const asked: string[] = [];
  const cardData = createServer(async (request, response) => {
    const body = await text(request);
    response.setHeader('content-type', 'application/json');
    if (request.url?.endsWith('/fetchEncryptingKey'))
      return response.end(JSON.stringify({ version: 1, key: key.spki }));
    const { encryptedPayload } = z.object({ encryptedPayload: z.string() }).parse(JSON.parse(body));
    asked.push(encryptedPayload);
    const { contentKey } = unwrapAlone(encryptedPayload, key.private);
    response.end(encryptDirect(JSON.stringify(cardDetails), contentKey));
  });
  await new Promise<void>((resolve) => cardData.listen(0, '127.0.0.1', resolve));
  const address = z.object({ port: z.number() }).parse(cardData.address());
  const stack = await startStack(`jose-${info.project.name}`, {
    WISE_CARD_DATA_URL: `http://127.0.0.1:${address.port}`,
    WISE_CARD_DATA_ALGORITHM: 'RSA1_5',
  });
  try {
    const client = await signInToConsole(stack.consoleUrl, 'operator@example.com', demoPassword);
    const { body } = await client.call(listCards, { query: { status: ['ACTIVE'], limit: 1 } });
    const [card] = body.items;
    if (!card) throw new Error('no card');
    const params = { profileId: card.profileId, cardToken: card.token };
    await confirm(client);
    for (const algorithm of ['RSA1_5', 'RSA-OAEP-256']) {
      if (algorithm !== 'RSA1_5') await stack.restartConsole({ WISE_CARD_DATA_ALGORITHM: algorithm });
      const page = newEcKey();
      const { x, y } = page.public;
      const { body: reply } = await client.call(revealDetails, {
        params,
        body: { ...why, publicKey: { kty: 'EC', crv: 'P-256', x, y } },
      });

      const request = asked.at(-1) ?? '';
      expect(unwrapAlone(request, key.private)).toMatchObject({ alg: algorithm, ivBytes: 12, rest: '' });
      const outer = decrypt(reply.sealed, page.private);
      expect(outer.header).toMatchObject({
        alg: 'ECDH-ES',
        enc: 'A256GCM',
        apv: Buffer.from(reply.revealId).toString('base64url'),
        cardToken: card.token,
      });
      const content = sealedContent.parse(JSON.parse(outer.plaintext));
      expect(content.contentKey).toBe(unwrapAlone(request, key.private).contentKey);
      const inner = decrypt(content.reply, contentKeyJwk(content.contentKey));
      expect(JSON.parse(inner.plaintext)).toEqual(cardDetails);
    }
  } finally {
    await stack.stop();
    await new Promise((resolve) => cardData.close(resolve));
  }
});

test.describe('the emulator', () => {
  const { profileId, token: cardToken } = demoCards.active;
  const ask = async (url: string, init: RequestInit & { headers: Record<string, string> }) => {
    const reply = await fetch(url, init);
    return { status: reply.status, headers: reply.headers, text: await reply.text() };
  };
  for (const algorithm of ['RSA1_5', 'RSA-OAEP-256'] as const)
    test(`answers card data to a request that another implementation wrapped by ${algorithm}`, async ({
      emulator,
      stack: { emulatorUrl: url },
    }) => {
      const user = await asCompanysUser(emulator);
      const path = `${url}/twcard-data/v1`;
      const { text: served } = await ask(`${path}/clientSideEncryption/fetchEncryptingKey`, {
        headers: user,
      });
      const { key } = z.object({ key: z.string() }).parse(JSON.parse(served));
      const { contentKey, jwe } = wrapAlone(key, algorithm);
      const { text: reply } = await ask(`${path}/sensitive-card-data/details`, {
        method: 'POST',
        headers: { ...user, 'content-type': 'application/json', 'x-tw-twcard-card-token': cardToken },
        body: JSON.stringify({ keyVersion: 1, encryptedPayload: jwe }),
      });
      const { header, plaintext } = decrypt(reply, contentKeyJwk(contentKey));
      expect(header).toEqual({ alg: 'dir', enc: 'A256GCM' });
      expect(JSON.parse(plaintext)).toMatchObject({ pan: expect.stringMatching(/^\d{16}$/) });
    });

  test('takes a PIN that another implementation encrypted, and answers what it reads', async ({
    emulator,
    stack: { emulatorUrl: url },
  }) => {
    await emulator.changeSettings({ scaRequired: ['/v1/me'], scaChallenges: ['PIN'] });
    const user = await asCompanysUser(emulator);
    const refused = await ask(`${url}/v1/me`, { headers: user });
    const oneTimeToken = refused.headers.get('x-2fa-approval') ?? '';
    const sent = encrypt('{"pin":"1234"}', await readJoseKey(url), 'RSA-OAEP-256');
    const { status, text: reply } = await ask(`${url}/v2/profiles/${profileId}/pin/verify`, {
      method: 'POST',
      headers: { ...user, 'content-type': 'application/jose+json', 'one-time-token': oneTimeToken },
      body: sent.jwe,
    });
    expect(status).toBe(200);
    const { plaintext } = decrypt(reply, contentKeyJwk(sent.contentKey));
    expect(JSON.parse(plaintext)).toMatchObject({ oneTimeToken, challenges: [] });
  });
});
