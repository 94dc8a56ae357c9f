import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Agent, request } from 'undici';
import { bareTable, buildConsoleCopy, consoleCopy } from './console-copy.mjs';
import { startStack } from './console-stack.mjs';
import { makeMetric } from './metric.mjs';
import { readProcessorMs } from './processor-time.mjs';
import { signIn } from './sign-in.mjs';
import { signEvents } from './signed-events.mjs';
import { median, quantile } from './statistics.mjs';
import { readJson } from './wise-token.mjs';

const connections = 32;
const ways = /** @type {const} */ ({ bare: '/api/bench/bare', console: '/api/webhooks/wise' });
const drainMs = 300_000;

/** @typedef {keyof typeof ways} Way @typedef {import('./signed-events.mjs').Signed} Signed */
/** @typedef {{ perSecond: number, p50: number, p99: number, processorMs: number }} Load */

/**
 * How many deliveries the console takes beside a bare handler that checks the signature and does one insert: both in one
 * process of one build, on one server of PostgreSQL. The console works through what came meanwhile; the bare handler never
 * does, and is not measured before that is done.
 * @param {{ serverUrl: string, isQuick: boolean, say: (line: string) => void }} options
 */
export async function measureWebhooks({ isQuick, say, serverUrl }) {
  const rounds = isQuick ? 1 : 5;
  const perLoad = isQuick ? 400 : 2000;
  await buildConsoleCopy(say);
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const stack = await startStack({
    name: 'webhooks',
    serverUrl,
    folder: consoleCopy,
    size: { profiles: 5, cards: 50 },
    env: { WISE_WEBHOOK_PUBLIC_KEY: keys.publicKey },
  });
  try {
    await makeBareTable(stack.databaseUrl);
    const sign = () => signEvents(perLoad, keys.privateKey);
    const send = (/** @type {Way} */ way, /** @type {Signed[]} */ signed) =>
      load(`${stack.consoleUrl}${ways[way]}`, stack.pid, signed);
    /** @type {Record<Way, Load[]>} */
    const loads = { bare: [], console: [] };
    /** @type {number[]} */
    const inProcess = [];
    for (let round = 0; round <= rounds; round++) {
      say(
        `  ${perLoad} deliveries, ${connections} at a time, ${round ? `round ${round} of ${rounds}` : 'warm-up'}`,
      );
      // A session ends after a while in which nobody does anything.
      const admin = await signIn(stack.consoleUrl, 'admin@example.com');
      const signed = sign();
      const bare = await send('bare', signed);
      const console_ = await send('console', signed);
      await waitUntilTakenIn(stack.consoleUrl, admin);
      const perSecond = await loadInProcess(stack.consoleUrl, sign());
      await waitUntilTakenIn(stack.consoleUrl, admin);
      if (round === 0) continue;
      loads.bare.push(bare);
      loads.console.push(console_);
      inProcess.push(perSecond);
    }
    return describe(loads, inProcess);
  } finally {
    await stack.stop();
  }
}

/** @param {Record<Way, Load[]>} loads @param {number[]} inProcess */
function describe(loads, inProcess) {
  const at = `c=${connections}`;
  const each = (/** @type {Way} */ name, /** @type {keyof Load} */ figure) =>
    loads[name].map((one) => one[figure]);
  const beside = (/** @type {keyof Load} */ figure, digits = 2) => ({
    reference: `bare ${median(each('bare', figure)).toFixed(digits)}`,
  });
  return [
    makeMetric(`deliveries taken, ${at}`, 'req/s', each('console', 'perSecond'), beside('perSecond', 0)),
    makeMetric(`  p50, ${at}`, 'ms', each('console', 'p50'), beside('p50')),
    makeMetric(`  p99, ${at}`, 'ms', each('console', 'p99'), beside('p99')),
    makeMetric(
      `  console : bare handler, ${at}`,
      'times',
      each('console', 'perSecond').map(
        (figure, round) => figure / (loads.bare[round]?.perSecond ?? Number.NaN),
      ),
      { least: 0.7 },
    ),
    makeMetric(`  without HTTP, ${at}`, '/s', inProcess),
    ...(each('console', 'processorMs').every(Number.isFinite)
      ? [
          makeMetric(
            '  processor time of the server',
            'ms',
            each('console', 'processorMs'),
            beside('processorMs'),
          ),
        ]
      : []),
  ];
}

/** @param {string} url @param {number} pid @param {readonly Signed[]} signed @returns {Promise<Load>} */
async function load(url, pid, signed) {
  const dispatcher = new Agent({ connections, pipelining: 1 });
  /** @type {number[]} */
  const times = [];
  let next = 0;
  const work = async () => {
    for (let one = signed[next++]; one; one = signed[next++]) {
      const startedAt = performance.now();
      const { body, statusCode } = await request(url, {
        dispatcher,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-signature-sha256': one.signature,
          'x-delivery-id': one.id,
        },
        body: one.body,
      });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`);
      times.push(performance.now() - startedAt);
    }
  };
  const processorBefore = readProcessorMs(pid);
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  const processorMs = (readProcessorMs(pid) - processorBefore) / signed.length;
  await dispatcher.close();
  return {
    perSecond: signed.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    processorMs,
  };
}

/** @param {string} consoleUrl @param {Signed[]} signed @returns {Promise<number>} a second */
async function loadInProcess(consoleUrl, signed) {
  const { ms } = await readJson(`${consoleUrl}/api/bench/in-process`, {
    method: 'POST',
    body: JSON.stringify({ atOnce: connections, signed }),
  });
  return (signed.length / ms) * 1000;
}

/** What was taken is worked through, or the next load would be measured beside that. @param {string} url @param {string} cookie */
async function waitUntilTakenIn(url, cookie) {
  const until = Date.now() + drainMs;
  for (;;) {
    const { failing, waiting } = await readJson(`${url}/api/webhooks/stream`, { headers: { cookie } });
    if (failing > 0) throw new Error(`${failing} deliveries could not be taken in`);
    if (waiting === 0) return;
    if (Date.now() > until) throw new Error(`${waiting} deliveries were not taken in`);
    await wait(500);
  }
}

/** @param {string | undefined} databaseUrl */
async function makeBareTable(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`create table ${bareTable} (id text primary key, body text not null)`);
  } finally {
    await client.end();
  }
}
