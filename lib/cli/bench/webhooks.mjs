import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import pg from 'pg';
import { Agent, request } from 'undici';
import { startStack } from './console-stack.mjs';
import { createDatabase } from './database.mjs';
import { makeMetric } from './metric.mjs';
import { readProcessorMs } from './processor-time.mjs';
import { startReferenceApp } from './reference-app.mjs';
import { median, quantile } from './statistics.mjs';

const connections = 32;
const metricsToken = 'bench';
const takes = 'console_request_seconds';

/** @typedef {{ name: 'bare' | 'console', url: string, pid: number }} Way @typedef {{ id: string, body: string, signature: string }} Signed */
/** @typedef {{ perSecond: number, p50: number, p99: number, processorMs: number }} Load */

/**
 * How many deliveries the console takes, beside a bare handler that checks the signature and does one insert, both on the
 * same server of PostgreSQL. The console works through what came meanwhile; the bare handler never does.
 * @param {{ serverUrl: string, isQuick: boolean, say: (line: string) => void }} options
 */
export async function measureWebhooks({ isQuick, say, serverUrl }) {
  const rounds = isQuick ? 1 : 5;
  const perLoad = isQuick ? 400 : 4000;
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  /** @type {(() => Promise<unknown>)[]} */
  const undo = [];
  try {
    const database = await createDatabase(serverUrl);
    undo.push(database.drop);
    await makeBareTable(database.url);
    const reference = await startReferenceApp({
      upstream: '',
      token: '',
      env: { REFERENCE_DATABASE: database.url, REFERENCE_KEY: keys.publicKey },
    });
    undo.push(reference.stop);
    const stack = await startStack({
      name: 'webhooks',
      serverUrl,
      size: { profiles: 5, cards: 50 },
      env: { WISE_WEBHOOK_PUBLIC_KEY: keys.publicKey, METRICS_TOKEN: metricsToken },
    });
    undo.push(stack.stop);
    /** @type {Way[]} */
    const ways = [
      { name: 'bare', url: `${reference.url}/webhook`, pid: reference.pid },
      { name: 'console', url: `${stack.consoleUrl}/api/webhooks/wise`, pid: stack.pid },
    ];
    say(`  signing ${perLoad * (rounds + 1)} deliveries`);
    const signed = Array.from({ length: perLoad * (rounds + 1) }, () => signEvent(keys.privateKey));
    const piece = (/** @type {number} */ round) => signed.slice(round * perLoad, (round + 1) * perLoad);
    for (const way of ways) await load(way, piece(0), connections);
    /** @type {Record<Way['name'], Load[]>} */
    const loads = { bare: [], console: [] };
    const before = await readTakingTime(stack.consoleUrl);
    for (let round = 1; round <= rounds; round++) {
      say(`  ${perLoad} deliveries, ${connections} at a time, round ${round} of ${rounds}`);
      for (const way of ways) loads[way.name].push(await load(way, piece(round), connections));
    }
    const after = await readTakingTime(stack.consoleUrl);
    const inProcessMs = ((after.seconds - before.seconds) / (after.count - before.count)) * 1000;
    return describe(loads, inProcessMs);
  } finally {
    while (undo.length > 0) await undo.pop()?.();
  }
}

/** @param {Record<Way['name'], Load[]>} loads @param {number} inProcessMs */
function describe(loads, inProcessMs) {
  const at = `c=${connections}`;
  const each = (/** @type {Way['name']} */ name, /** @type {keyof Load} */ figure) =>
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
    makeMetric('  in the process, from the first byte to the answer', 'ms', inProcessMs),
    ...(each('console', 'processorMs').every(Number.isFinite)
      ? [
          makeMetric('  processor time of the server', 'ms', each('console', 'processorMs'), {
            ...beside('processorMs'),
          }),
        ]
      : []),
  ];
}

/** @param {string} privateKey @returns {Signed} */
function signEvent(privateKey) {
  const body = JSON.stringify({
    data: {
      resource: {
        type: 'card',
        profile_id: 30000001,
        client_id: 'demo-client',
        card_token: randomUUID(),
        card_last_digits: '4417',
      },
      transaction_id: 1,
      transaction_type: 'POS_PURCHASE',
      transaction_step_type: 'AUTH',
      transaction_state: 'IN_PROGRESS',
      transaction_amount: { value: 12.5, currency: 'GBP' },
      occurred_at: new Date().toISOString(),
    },
    subscription_id: randomUUID(),
    event_type: 'cards#transaction-state-change',
    schema_version: '4.0.0',
    sent_at: new Date().toISOString(),
  });
  return {
    id: randomUUID(),
    body,
    signature: createSign('RSA-SHA256').update(body).sign(privateKey, 'base64'),
  };
}

/** @param {Way} way @param {Signed[]} signed @param {number} atOnce @returns {Promise<Load>} */
async function load({ name, pid, url }, signed, atOnce) {
  const dispatcher = new Agent({ connections: atOnce, pipelining: 1 });
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
      if (statusCode !== 200) throw new Error(`${name}: ${statusCode}`);
      times.push(performance.now() - startedAt);
    }
  };
  const processorBefore = readProcessorMs(pid);
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
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

/** What the console itself measured of its intake. @param {string} consoleUrl */
async function readTakingTime(consoleUrl) {
  const reply = await fetch(`${consoleUrl}/api/metrics`, {
    headers: { authorization: `Bearer ${metricsToken}` },
  });
  const text = await reply.text();
  const read = (/** @type {string} */ end) => {
    const line = text
      .split('\n')
      .find(
        (one) =>
          one.startsWith(`${takes}_${end}{`) && one.includes('/api/webhooks/wise') && one.includes('"200"'),
      );
    return Number(line?.slice(line.lastIndexOf(' ') + 1) ?? Number.NaN);
  };
  return { seconds: read('sum'), count: read('count') };
}

/** @param {string} databaseUrl */
async function makeBareTable(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('create table deliveries (id text primary key, body text not null)');
  } finally {
    await client.end();
  }
}
