import { setTimeout as wait } from 'node:timers/promises';
import { control, startStack } from './console-stack.mjs';
import { makeMetric } from './metric.mjs';
import { readJson } from './wise-token.mjs';

const cards = 500;
const rate = { perSecond: 10, perMinute: 6000 };
/** What jobs leave to people of each second. */
const left = 0.1;
const wiseLatencyMs = 100;
/** The first filling lets the first pages of a new console go before it. */
const limitMs = 420_000;
const ofTransactions = /\/cards\/([0-9a-f-]{36})\/transactions/;

/**
 * Whether filling the archive for the first time asks Wise as often as it may: what is left unused makes it last longer.
 * @param {{ name: string, serverUrl: string | undefined, say: (line: string) => void }} options
 */
export async function measureBackfill({ name, say, serverUrl }) {
  const since = new Date().toISOString();
  const stack = await startStack({
    name: `backfill-${name}`,
    serverUrl,
    rate,
    size: { profiles: 50, cards },
  });
  try {
    await control(stack.emulatorUrl, 'settings', { latencyMs: wiseLatencyMs });
    say(`  waiting until the transactions of ${cards} cards were read …`);
    const times = await awaitReadings(stack.emulatorUrl, since);
    const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
    const given = rate.perSecond * (1 - left);
    return [
      makeMetric(
        `backfill of ${cards} cards: share of its budget`,
        '%',
        (times.length / seconds / given) * 100,
        {
          least: 90,
          reference: `${times.length} requests in ${seconds.toFixed(0)} s, ${given} a second given`,
        },
      ),
    ];
  } finally {
    await stack.stop();
  }
}

/** @param {string} emulatorUrl @param {string} since @returns {Promise<number[]>} when each request came */
async function awaitReadings(emulatorUrl, since) {
  const until = Date.now() + limitMs;
  for (;;) {
    const { items } = await readJson(`${emulatorUrl}/_emulator/requests?since=${encodeURIComponent(since)}`);
    /** @type {{ at: string, token: string }[]} */
    const readings = items.flatMap((/** @type {{ at: string, path: string }} */ { at, path }) => {
      const token = ofTransactions.exec(path)?.[1];
      return token ? [{ at, token }] : [];
    });
    const read = new Set(readings.map(({ token }) => token)).size;
    if (read >= cards) return readings.map(({ at }) => Date.parse(at));
    if (Date.now() > until) throw new Error(`the transactions of ${read} of ${cards} cards were read`);
    await wait(2000);
  }
}
