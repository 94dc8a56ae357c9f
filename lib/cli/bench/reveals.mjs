import { constants, createPublicKey, generateKeyPairSync, publicEncrypt, randomBytes } from 'node:crypto';
import { control, startStack } from './console-stack.mjs';
import { makeMetric } from './metric.mjs';
import { readEveryMs, readFor } from './read-for.mjs';
import { demoPassword } from './sign-in.mjs';
import { median, quantile } from './statistics.mjs';
import { readJson, readUserToken } from './wise-token.mjs';

const oneByOne = 60;
const burst = 200;
const wiseLatencyMs = 100;

/**
 * What a reveal costs beyond Wise's own answer, and what two hundred at once cost everybody else. Needs a console of its
 * own, since limits stand against so many.
 * @param {{ name: string, serverUrl: string | undefined, say: (line: string) => void }} options
 */
export async function measureReveals({ name, say, serverUrl }) {
  const stack = await startStack({
    name: `reveals-${name}`,
    serverUrl,
    size: { profiles: 20, cards: 1000 },
    env: { REVEALS_PER_PERSON_A_DAY: '1000', REVEALS_PER_CARD_A_MONTH: '1000' },
  });
  try {
    const headers = { cookie: stack.cookie };
    const { items } = await readJson(`${stack.consoleUrl}/api/cards?status=ACTIVE&limit=200&sort=created`, {
      headers,
    });
    await post(stack, '/api/session/confirm', { password: demoPassword });

    say(`  ${oneByOne} reveals, one after the other`);
    const card = items[0];
    const askWise = await directly(stack.emulatorUrl, card);
    for (let warm = 0; warm < oneByOne; warm++) await Promise.all([reveal(stack, card), askWise()]);
    const through = [];
    const own = [];
    for (let run = 0; run < oneByOne; run++) {
      own.push(await timed(askWise));
      const publicKey = makePublicKey();
      through.push(await timed(() => reveal(stack, card, publicKey)));
    }

    await control(stack.emulatorUrl, 'settings', { latencyMs: wiseLatencyMs });
    const other = items.at(-1);
    const url = `${stack.consoleUrl}/api/profiles/${other.profileId}/cards/${other.token}`;
    say(`  a card read every ${readEveryMs} ms, quiet`);
    await readFor(url, headers, () => Promise.resolve(true), 2_000);
    const quiet = await readFor(url, headers, () => Promise.resolve(true), 5_000);
    say(`  ${burst} reveals at once meanwhile`);
    const keys = Array.from({ length: burst }, makePublicKey);
    const startedAt = performance.now();
    let burstMs = Number.NaN;
    let isDone = false;
    const all = Promise.all(
      keys.map((publicKey, index) => reveal(stack, items[index % items.length], publicKey)),
    ).then(() => {
      burstMs = performance.now() - startedAt;
      isDone = true;
    });
    const busy = await readFor(url, headers, () => Promise.resolve(isDone), 0);
    await all;
    return [
      makeMetric(
        'a reveal through the console, added to Wise’s own answer',
        'ms',
        through.map((ms) => ms - median(own)),
        { most: 25, reference: `Wise’s own ${median(own).toFixed(1)} ms` },
      ),
      makeMetric(
        `  ${burst} reveals at once, p95 of other reads meanwhile : quiet`,
        'times',
        quantile(busy, 0.95) / quantile(quiet, 0.95),
        {
          most: 1.5,
          reference: `${quantile(busy, 0.95).toFixed(0)} ms, quiet ${quantile(quiet, 0.95).toFixed(0)} ms, Wise takes ${wiseLatencyMs}; the burst ${(burstMs / 1000).toFixed(1)} s`,
        },
      ),
    ];
  } finally {
    await stack.stop();
  }
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} milliseconds */
async function timed(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function makePublicKey() {
  const { crv, kty, x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'jwk',
  });
  return { kty, crv, x, y };
}

/** @param {import('./console-stack.mjs').ConsoleStack} stack @param {any} card */
const reveal = (stack, { profileId, token }, publicKey = makePublicKey()) =>
  post(stack, `/api/profiles/${profileId}/cards/${token}/sensitive-details`, {
    reason: 'investigation',
    ticket: 'bench',
    publicKey,
  });

/** @param {import('./console-stack.mjs').ConsoleStack} stack @param {string} path @param {unknown} body */
async function post({ consoleUrl, cookie }, path, body) {
  const reply = await fetch(`${consoleUrl}${path}`, {
    method: 'POST',
    headers: { cookie, origin: consoleUrl, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path} answered ${reply.status} ${await reply.text()}`);
  return reply.json();
}

/** The same question without the console. @param {string} emulatorUrl @param {any} card */
async function directly(emulatorUrl, { profileId, token }) {
  const authorization = `Bearer ${await readUserToken(emulatorUrl, profileId)}`;
  const base = `${emulatorUrl}/twcard-data/v1`;
  const { key } = await readJson(`${base}/clientSideEncryption/fetchEncryptingKey`, {
    headers: { authorization },
  });
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  return async () => {
    const wrapped = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, randomBytes(32));
    const parts = [Buffer.from('{"alg":"RSA1_5","enc":"A256GCM"}'), wrapped, randomBytes(12)];
    const reply = await fetch(`${base}/sensitive-card-data/details`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'x-tw-twcard-card-token': token },
      body: JSON.stringify({
        keyVersion: 1,
        encryptedPayload: `${parts.map((part) => part.toString('base64url')).join('.')}..`,
      }),
    });
    if (!reply.ok) throw new Error(`the emulator answered ${reply.status}`);
    return reply.text();
  };
}
