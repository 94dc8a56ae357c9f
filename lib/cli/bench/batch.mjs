import {
  askOrThrow,
  awaitStatus,
  makeGroup,
  makePayments,
  payer,
  startRun,
  toFile,
  stillStatuses,
} from '../faults/payments.mjs';
import { payBarely } from './bare-payments.mjs';
import { control, startStack } from './console-stack.mjs';
import { readTreeMemory } from './memory.mjs';
import { makeMetric } from './metric.mjs';
import { readFor } from './read-for.mjs';
import { quantile } from './statistics.mjs';
import { readJson, readUserToken } from './wise-token.mjs';

const rate = { perSecond: 100, perMinute: 6000 };
const wiseLatencyMs = 50;
const readEveryMs = 200;
/** A business of the same Wise user, so that the loop's payees are not the console's. */
const payerOfLoop = '30000003';
const checks = 5;
const longestRunMs = 500_000;
const inMegabytes = (/** @type {number} */ bytes) => bytes / 1e6;

/**
 * A thousand payments under Wise's limits, beside a bare loop that makes the same calls, with somebody reading a card
 * meanwhile. Needs a console of its own, since the others of the bench have no limits.
 * @param {{ name: 'pglite' | 'postgres', serverUrl: string | undefined, isQuick: boolean, say: (line: string) => void }} options
 */
export async function measureBatch({ isQuick, name, say, serverUrl }) {
  const stack = await startStack({
    name: `batch-${name}`,
    serverUrl,
    rate,
    size: { profiles: 20, cards: 1000 },
  });
  try {
    // Each to an account of its own: every row makes its recipient.
    const payments = makePayments(isQuick ? 100 : 1000, { pairs: false });
    const person = { url: stack.consoleUrl, cookie: stack.cookie };
    say(`  ${payments.length} rows are checked`);
    const group = await makeGroup(person, payments);
    const checkMs = await timeChecks(person, group, payments);

    // Both begin with nothing counted against them.
    const limit = () => control(stack.emulatorUrl, 'settings', { rateLimit: rate, latencyMs: wiseLatencyMs });
    await limit();
    say('  a bare loop pays them');
    const token = await readUserToken(stack.emulatorUrl, payerOfLoop);
    const { perSecond } = rate;
    const bare = await payBarely({
      upstream: stack.emulatorUrl,
      profileId: payerOfLoop,
      token,
      payments,
      perSecond,
    });
    await limit();

    const headers = { cookie: stack.cookie };
    const { items } = await readJson(`${stack.consoleUrl}/api/cards?limit=1`, { headers });
    const url = `${stack.consoleUrl}/api/profiles/${items[0].profileId}/cards/${items[0].token}`;
    const read = (/** @type {() => Promise<boolean>} */ isDone, /** @type {number} */ atLeastMs) =>
      readFor(url, headers, isDone, atLeastMs, readEveryMs);
    say(`  a card read every ${readEveryMs} ms, quiet`);
    await read(() => Promise.resolve(true), 3_000);
    const quiet = await read(() => Promise.resolve(true), isQuick ? 4_000 : 15_000);

    say('  the console pays them meanwhile');
    let isOver = false;
    const memory = watchMemory(stack.pid);
    const startedAt = performance.now();
    await startRun(person, group);
    const [ended, busy] = await Promise.all([
      awaitStatus(person, group, stillStatuses, longestRunMs)
        .then((seen) => ({ seen, ms: performance.now() - startedAt }))
        .finally(() => {
          isOver = true;
        }),
      read(() => Promise.resolve(isOver), 0),
    ]).finally(memory.end);
    if (ended.seen.rows.inGroup !== payments.length)
      throw new Error(`${ended.seen.status} with ${JSON.stringify(ended.seen.rows)}`);

    const isPostgres = name === 'postgres';
    return [
      makeMetric(`${payments.length} payments : a bare loop`, 'times', ended.ms / bare.ms, {
        most: isPostgres ? 1.15 : 1.3,
        reference: `${seconds(ended.ms)}, bare ${seconds(bare.ms)} with ${bare.calls} calls, ${bare.turnedAway} turned away`,
      }),
      makeMetric(
        '  p95 of a card read meanwhile : quiet',
        'times',
        quantile(busy, 0.95) / quantile(quiet, 0.95),
        {
          most: 2,
          reference: `${quantile(busy, 0.95).toFixed(0)} ms, quiet ${quantile(quiet, 0.95).toFixed(0)} ms, Wise takes ${wiseLatencyMs}`,
        },
      ),
      makeMetric('  memory of the console meanwhile, at most', 'MB', inMegabytes(memory.most()), {
        most: isPostgres ? 450 : 900,
      }),
      makeMetric(`  a check of ${payments.length} rows over the API`, 'ms', checkMs, { most: 300 }),
    ];
  } finally {
    await stack.stop();
  }
}

const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * The same rows in place of those that are there: what they are checked against was read before.
 * @param {import('../faults/payments.mjs').Person} person
 * @param {import('../faults/payments.mjs').Group} group
 * @param {readonly import('../faults/payments.mjs').Payment[]} payments
 */
async function timeChecks(person, group, payments) {
  const content = toFile(payments);
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < checks; run++) {
    const { version } = await group.read(person);
    const startedAt = performance.now();
    await askOrThrow(person, 'POST', `profiles/${payer}/batch-groups/${group.id}/rows`, {
      version,
      content,
      replaces: true,
    });
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** @param {number} pid */
function watchMemory(pid) {
  let most = readTreeMemory(pid);
  const timer = setInterval(() => {
    most = Math.max(most, readTreeMemory(pid));
  }, 2_000);
  return { most: () => most, end: () => clearInterval(timer) };
}
