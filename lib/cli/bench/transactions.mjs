import pg from 'pg';
import { nodeBinary } from '../project.mjs';
import { lastLines, runQuietly } from '../run-quietly.mjs';
import { startStack } from './console-stack.mjs';
import { makeMetric } from './metric.mjs';
import { signIn } from './sign-in.mjs';
import { median, quantile } from './statistics.mjs';
import { measureExport } from './transaction-export.mjs';
import { combinedFilters, singleFilters } from './transaction-filters.mjs';

/** @typedef {import('./console-stack.mjs').ConsoleStack} ConsoleStack @typedef {import('./transaction-filters.mjs').Query} Query */

const loader = 'lib/server/services/card-transactions/archive/test-support/load-transactions.ts';
const combinations = 40;
const pages = 10;
const wantedMs = 150;
const loadLimitMs = 1_800_000;

/**
 * The archive of transactions as a person asks for it, over HTTP: by one filter, by three, page after page, as a file.
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
    const ask = (/** @type {Query} */ query) => timeList(stack.consoleUrl, cookie, query);
    const floor = async () => {
      const startedAt = performance.now();
      await readText(`${stack.consoleUrl}/api/session`, cookie);
      return performance.now() - startedAt;
    };

    const singles = await timeEach(singleFilters(), runs, ask, say, 'one filter');
    const threes = await timeEach(combinedFilters(combinations), runs, ask, say, 'three filters');
    const floors = [];
    for (let run = 0; run < 4 * runs; run++) floors.push(await floor());
    const keys = stack.databaseUrl === undefined ? [] : await timePrimaryKeys(stack.databaseUrl, 20 * runs);
    return [
      makeMetric(`${count} transactions: loaded`, 's', loadedIn / 1000, {
        reference: `${Math.round(count / (loadedIn / 1000))} rows a second, ${count / 10} cards`,
      }),
      makeMetric('  what any request takes', 'ms', floors, {
        reference: keys.length
          ? `one row by its primary key ${median(keys).toFixed(2)} ms, without HTTP`
          : '',
      }),
      ...describe('  one filter, first page and count', singles),
      ...describe('  three filters, first page and count', threes),
      ...(await measurePages(ask, runs)),
      ...(await measureExport(stack, cookie, count, say)),
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

/**
 * @param {Query[]} queries @param {number} runs @param {(query: Query) => Promise<{ ms: number }>} ask
 * @param {(line: string) => void} say @param {string} what
 * @returns {Promise<{ query: Query, ms: number }[]>} the median of each
 */
async function timeEach(queries, runs, ask, say, what) {
  say(`  ${queries.length} searches by ${what}, ${runs} times each`);
  const timed = [];
  for (const query of queries) {
    await ask(query);
    const times = [];
    for (let run = 0; run < runs; run++) times.push((await ask(query)).ms);
    timed.push({ query, ms: median(times) });
  }
  return timed;
}

/** @param {string} name @param {{ query: Query, ms: number }[]} timed */
function describe(name, timed) {
  const times = timed.map(({ ms }) => ms);
  const slowest = [...timed].sort((one, other) => other.ms - one.ms).slice(0, 3);
  const told = slowest.map(({ ms, query }) => `${new URLSearchParams(query)} ${ms.toFixed(0)}`).join(', ');
  return [
    makeMetric(name, 'ms', times, {
      reference: `of ${times.length}; 95 % within ${quantile(times, 0.95).toFixed(0)}`,
    }),
    makeMetric(`${name}: the slowest`, 'ms', Math.max(...times), { most: wantedMs, reference: told }),
  ];
}

/** From the first page on, as far as a person may scroll. @param {(query: Query) => Promise<{ ms: number, nextCursor: string | null }>} ask @param {number} runs */
async function measurePages(ask, runs) {
  const metrics = [];
  for (const sort of ['-created', '-billing', 'id']) {
    const times = [];
    for (let run = 0; run < runs; run++)
      for (let page = 0, cursor = ''; page < pages; page++) {
        const { ms, nextCursor } = await ask({ sort, ...(cursor && { cursor }) });
        times.push(ms);
        if (nextCursor === null) break;
        cursor = nextCursor;
      }
    metrics.push(makeMetric(`  a page of everything, sorted by ${sort}`, 'ms', times, { most: wantedMs }));
  }
  return metrics;
}

/** @param {string} consoleUrl @param {string} cookie @param {Query} query */
async function timeList(consoleUrl, cookie, query) {
  const startedAt = performance.now();
  const { nextCursor } = JSON.parse(
    await readText(`${consoleUrl}/api/transactions?${new URLSearchParams(query)}`, cookie),
  );
  return { ms: performance.now() - startedAt, nextCursor: nextCursor === null ? null : String(nextCursor) };
}

/** @param {string} url @param {string} cookie */
async function readText(url, cookie) {
  const reply = await fetch(url, { headers: { cookie } });
  if (!reply.ok) throw new Error(`${new URL(url).pathname} answered ${reply.status}: ${url}`);
  return reply.text();
}

/** How long the store itself takes to find one row that it is told the key of. @param {string} databaseUrl @param {number} times */
async function timePrimaryKeys(databaseUrl, times) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select created_at::text, transaction_id, profile_id from card_transactions order by transaction_id limit $1',
      [times],
    );
    const taken = [];
    for (const { created_at, profile_id, transaction_id } of rows) {
      const startedAt = performance.now();
      await client.query(
        'select * from card_transactions where created_at = $1 and transaction_id = $2 and profile_id = $3',
        [created_at, transaction_id, profile_id],
      );
      taken.push(performance.now() - startedAt);
    }
    return taken;
  } finally {
    await client.end();
  }
}
