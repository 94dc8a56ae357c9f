import { nodeBinary } from '../project.mjs';
import { lastLines, runQuietly } from '../run-quietly.mjs';
import { startStack } from './console-stack.mjs';
import { makeMetric } from './metric.mjs';
import { signIn } from './sign-in.mjs';
import { measureExport } from './transaction-export.mjs';
import { measureFloor } from './transaction-floor.mjs';
import { measureNumbers } from './transaction-numbers.mjs';
import { measureScroll } from './transaction-scroll.mjs';
import { measureSearches } from './transaction-searches.mjs';

/** @typedef {import('./console-stack.mjs').ConsoleStack} ConsoleStack */

const loader = 'lib/server/services/card-transactions/archive/test-support/load-transactions.ts';
const loadLimitMs = 1_800_000;

/**
 * The archive of transactions as a person asks for it, over HTTP: by filters, page after page, as numbers, as a file; and
 * its list in a browser.
 * @param {{ name: 'pglite' | 'postgres', serverUrl: string | undefined, isQuick: boolean, say: (line: string) => void }} options
 */
export async function measureTransactions({ isQuick, name, say, serverUrl }) {
  const sizes = serverUrl === undefined || isQuick ? [20_000] : [100_000, 1_000_000];
  const metrics = [];
  for (const count of sizes)
    metrics.push(...(await measureSize({ name, serverUrl, count, runs: isQuick ? 1 : 5, say })));
  return metrics;
}

/** @param {{ name: string, serverUrl: string | undefined, count: number, runs: number, say: (line: string) => void }} options */
async function measureSize({ count, name, runs, say, serverUrl }) {
  const stack = await startStack({
    name: `transactions-${name}-${count}`,
    serverUrl,
    size: { profiles: 100, cards: 100 },
  });
  try {
    await stack.stopConsole();
    say(`  loading ${count} transactions of ${count / 10} cards …`);
    const loadedIn = await loadTransactions(stack, count);
    await stack.startConsole();
    const cookie = await signIn(stack.consoleUrl, 'auditor@example.com');
    return [
      makeMetric(`${count} transactions: loaded`, 's', loadedIn / 1000, {
        reference: `${Math.round(count / (loadedIn / 1000))} rows a second, ${count / 10} cards`,
      }),
      await measureFloor(stack, cookie, 20 * runs),
      ...(await measureSearches(stack, cookie, runs, say)),
      ...(await measureNumbers(stack, 4 * runs, say)),
      ...(await measureExport(stack, cookie, count, say)),
      ...(await measureScroll(stack, cookie, say)),
    ];
  } finally {
    await stack.stop();
  }
}

/** @param {ConsoleStack} stack @param {number} count @returns {Promise<number>} milliseconds */
async function loadTransactions({ databaseUrl, dataDir }, count) {
  const where = databaseUrl === undefined ? ['--data-dir', dataDir] : ['--database-url', databaseUrl];
  const size = ['--transactions', String(count), '--cards', String(count / 10)];
  const { code, output, seconds } = await runQuietly(
    nodeBinary(),
    ['--conditions=react-server', loader, ...where, ...size],
    { limitMs: loadLimitMs },
  );
  if (code !== 0) throw new Error(`the transactions were not loaded: ${lastLines(output, 6)}`);
  return seconds * 1000;
}
