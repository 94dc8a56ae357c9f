import { control, startStack } from './console-stack.mjs';
import { makeMetric } from './metric.mjs';
import { readEveryMs, readFor } from './read-for.mjs';
import { quantile } from './statistics.mjs';
import { readJson } from './wise-token.mjs';

const cardsAtOnce = 200;
const rate = { perSecond: 100, perMinute: 1000 };
const wiseLatencyMs = 100;
/** Jobs leave a tenth of every second's places to people; a call holds its place until a second after its answer. */
const placesOfJobs = rate.perSecond * 0.9;
const givenPerSecond = placesOfJobs / (1 + wiseLatencyMs / 1000);

/**
 * A bulk freeze under Wise's own limits, with somebody reading cards meanwhile. Needs a console of its own, since the
 * others of the bench have no limits.
 * @param {{ name: string, serverUrl: string | undefined, say: (line: string) => void }} options
 */
export async function measureBulk({ name, say, serverUrl }) {
  const stack = await startStack({
    name: `bulk-${name}`,
    serverUrl,
    rate,
    size: { profiles: 20, cards: 1000 },
  });
  try {
    await control(stack.emulatorUrl, 'settings', { latencyMs: wiseLatencyMs });
    const headers = { cookie: stack.cookie };
    const { items } = await readJson(`${stack.consoleUrl}/api/cards?status=ACTIVE&limit=200&sort=created`, {
      headers,
    });
    const other = (await readJson(`${stack.consoleUrl}/api/cards?status=FROZEN&limit=1`, { headers }))
      .items[0];
    const url = `${stack.consoleUrl}/api/profiles/${other.profileId}/cards/${other.token}`;
    say(`  a card read every ${readEveryMs} ms, quiet`);
    await readFor(url, headers, () => Promise.resolve(true), 2_000);
    const quiet = await readFor(url, headers, () => Promise.resolve(true), 5_000);
    say(`  ${cardsAtOnce} cards frozen by one act meanwhile`);
    const since = new Date().toISOString();
    const bulkId = await startFreeze(stack, items.slice(0, cardsAtOnce));
    const isDone = async () =>
      (await readJson(`${stack.consoleUrl}/api/bulk/${bulkId}`, { headers })).finishedAt !== null;
    const busy = await readFor(url, headers, isDone, 0);
    const bulk = await readJson(`${stack.consoleUrl}/api/bulk/${bulkId}`, { headers });
    if (bulk.counts.done !== cardsAtOnce) throw new Error(`only ${bulk.counts.done} cards were frozen`);
    const used = await readUse(stack.emulatorUrl, since, items);
    return [
      makeMetric(`bulk freeze of ${cardsAtOnce} cards, of the budget it is given`, '%', used.share * 100, {
        least: 90,
        reference: `${used.calls} calls in ${used.seconds.toFixed(1)} s; ${givenPerSecond.toFixed(0)} a second given (${placesOfJobs} places)`,
      }),
      makeMetric(
        '  p95 of other reads meanwhile : quiet',
        'times',
        quantile(busy, 0.95) / quantile(quiet, 0.95),
        {
          most: 2,
          reference: `${quantile(busy, 0.95).toFixed(0)} ms, quiet ${quantile(quiet, 0.95).toFixed(0)} ms, Wise takes ${wiseLatencyMs}`,
        },
      ),
    ];
  } finally {
    await stack.stop();
  }
}

/** @param {import('./console-stack.mjs').ConsoleStack} stack @param {any[]} cards @returns {Promise<string>} */
async function startFreeze({ consoleUrl, cookie }, cards) {
  const reply = await fetch(`${consoleUrl}/api/cards/bulk-status`, {
    method: 'POST',
    headers: {
      cookie,
      origin: consoleUrl,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      cards: cards.map(({ profileId, token }) => ({ profileId, cardToken: token })),
      status: 'FROZEN',
      reason: 'bench',
    }),
  });
  if (reply.status !== 202) throw new Error(`bulk-status answered ${reply.status}`);
  return (await reply.json()).bulkId;
}

/** What the change asked of Wise between its first call and its last. @param {string} emulatorUrl @param {string} since @param {any[]} cards */
async function readUse(emulatorUrl, since, cards) {
  const { items } = await readJson(
    `${emulatorUrl}/_emulator/requests?since=${encodeURIComponent(since)}`,
    {},
  );
  const tokens = new Set(cards.map(({ token }) => token));
  const ofBulk = items.filter((/** @type {{ path: string }} */ { path }) =>
    [...path.matchAll(/[0-9a-f-]{36}/g)].some(([token]) => tokens.has(token)),
  );
  const puts = ofBulk.filter((/** @type {{ method: string }} */ { method }) => method === 'PUT');
  const times = ofBulk.map((/** @type {{ at: string }} */ { at }) => Date.parse(at));
  const end = Math.max(...puts.map((/** @type {{ at: string }} */ { at }) => Date.parse(at)));
  const calls = times.filter((/** @type {number} */ at) => at <= end).length;
  const seconds = (end - Math.min(...times)) / 1000;
  return { calls, seconds, share: calls / seconds / givenPerSecond };
}
