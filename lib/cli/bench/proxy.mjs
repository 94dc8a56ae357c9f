import autocannon from 'autocannon';
import { readProcessorMs } from './processor-time.mjs';
import { makeMetric } from './metric.mjs';
import { median, quantile } from './statistics.mjs';
import { readJson } from './wise-token.mjs';

/** @typedef {{ name: 'emulator' | 'bare' | 'console', url: string, headers: Record<string, string>, pid?: number }} Way */
/** @typedef {{ perSecond: number, meanMs: number, p50: number, p99: number, processorMs: number }} Load processorMs: of the server, per request; NaN where it cannot be read */

const connectionCounts = [1, 32];

/**
 * One card, read in three ways by turns.
 * @param {import('./console-stack.mjs').ConsoleStack} stack
 * @param {{ reference: { url: string, pid: number }, profileId: string, cardToken: string, token: string, warmUpSeconds: number, loadSeconds: number, loadRounds: number, say: (line: string) => void }} options
 */
export async function measureProxy(stack, options) {
  const { profileId, cardToken, token, reference, warmUpSeconds, loadSeconds, loadRounds, say } = options;
  const atWise = `/v3/spend/profiles/${profileId}/cards/${cardToken}`;
  /** @type {Way[]} */
  const ways = [
    {
      name: 'emulator',
      url: `${stack.emulatorUrl}${atWise}`,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    },
    { name: 'bare', url: `${reference.url}/forward${atWise}`, headers: {}, pid: reference.pid },
    {
      name: 'console',
      url: `${stack.consoleUrl}/api/profiles/${profileId}/cards/${cardToken}`,
      headers: { cookie: stack.cookie },
      pid: stack.pid,
    },
  ];
  for (const { headers, name, url } of ways) {
    const card = await readJson(url, { headers });
    if (card.token !== cardToken) throw new Error(`the ${name} answered another card`);
  }
  for (const way of ways) await warmUp(way, warmUpSeconds, say);

  const metrics = [];
  for (const connections of connectionCounts) {
    /** @type {Record<Way['name'], Load[]>} */
    const loads = { emulator: [], bare: [], console: [] };
    for (let round = 1; round <= loadRounds; round++) {
      say(`  one card, ${connections} at a time, round ${round} of ${loadRounds}`);
      for (const way of ways) loads[way.name].push(await load(way, connections, loadSeconds));
    }
    metrics.push(...describe(connections, loads));
  }
  return metrics;
}

/** @param {number} connections @param {Record<Way['name'], Load[]>} loads */
function describe(connections, loads) {
  const at = `c=${connections}`;
  const added = (/** @type {Way['name']} */ name) =>
    loads[name].map(({ meanMs }, round) => meanMs - (loads.emulator[round]?.meanMs ?? NaN));
  const bare = added('bare');
  const own = added('console');
  const each = (/** @type {Way['name']} */ name, /** @type {keyof Load} */ figure) =>
    loads[name].map((one) => one[figure]);
  const print = (/** @type {Way['name']} */ name, /** @type {keyof Load} */ figure) =>
    median(each(name, figure)).toFixed(figure === 'perSecond' ? 0 : 2);
  const beside = (/** @type {keyof Load} */ figure) =>
    `bare ${print('bare', figure)}, direct ${print('emulator', figure)}`;
  return [
    makeMetric(`one card through the console, ${at}`, 'req/s', each('console', 'perSecond'), {
      reference: beside('perSecond'),
    }),
    makeMetric(`  p50, ${at}`, 'ms', each('console', 'p50'), { reference: beside('p50') }),
    makeMetric(`  p99, ${at}`, 'ms', each('console', 'p99'), { reference: beside('p99') }),
    makeMetric(`  added to the direct call, ${at}`, 'ms', own, {
      reference: `bare handler adds ${median(bare).toFixed(2)}`,
    }),
    makeMetric(
      `  added time, console : bare handler, ${at}`,
      'times',
      own.map((ms, round) => ms / (bare[round] ?? NaN)),
      { most: 1.5 },
    ),
    // Other work on the machine disturbs it least.
    ...(each('console', 'processorMs').every(Number.isFinite)
      ? [
          makeMetric(`  processor time of the server, ${at}`, 'ms', each('console', 'processorMs'), {
            reference: `bare ${print('bare', 'processorMs')}`,
          }),
        ]
      : []),
  ];
}

/**
 * Loads it until it has answered so often that the engine compiles nothing more, and has grown no faster twice in a row.
 * @param {Way} way
 * @param {number} seconds of each load
 * @param {(line: string) => void} say
 */
async function warmUp(way, seconds, say) {
  let best = 0;
  let withoutGain = 0;
  let answers = 0;
  const isWarm = () => withoutGain >= 2 && answers >= leastWarmUpAnswers;
  for (let piece = 0; piece < mostWarmUps && !isWarm(); piece++) {
    const { perSecond } = await load(way, Math.max(...connectionCounts), seconds);
    answers += perSecond * seconds;
    withoutGain = perSecond > best * 1.03 ? 0 : withoutGain + 1;
    best = Math.max(best, perSecond);
  }
  say(`  ${way.name} is warm at ${best.toFixed(0)} requests a second`);
}
const mostWarmUps = 20;
const leastWarmUpAnswers = 40_000;

/** @param {Way} way @param {number} connections @param {number} seconds @returns {Promise<Load>} */
async function load({ headers, name, pid, url }, connections, seconds) {
  /** @type {number[]} */
  const times = [];
  const before = readProcessorMs(pid);
  const result = await new Promise((resolve, reject) => {
    const instance = autocannon(
      { url, headers, connections, duration: seconds },
      (/** @type {unknown} */ error, /** @type {unknown} */ done) => (error ? reject(error) : resolve(done)),
    );
    // autocannon's own histogram counts in whole milliseconds.
    instance.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  });
  if (result.errors > 0 || result.non2xx > 0 || times.length === 0)
    throw new Error(`${name}: ${result.errors} errors, ${result.non2xx} refused, ${times.length} answered`);
  const perSecond = times.length / result.duration;
  return {
    perSecond,
    meanMs: (connections * 1000) / perSecond,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    processorMs: (readProcessorMs(pid) - before) / times.length,
  };
}
