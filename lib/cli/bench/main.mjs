import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from '../build-if-needed.mjs';
import { ensurePostgres } from '../ensure-postgres.mjs';
import { printFaultAndExit } from '../project.mjs';
import { measureAnswers } from './answers.mjs';
import { measureBackfill } from './backfill.mjs';
import { measureBatch } from './batch.mjs';
import { measureBatchGrid } from './batch-grid.mjs';
import { measureBoard } from './board.mjs';
import { measureBulk } from './bulk.mjs';
import { measureCardsPage } from './cards-page.mjs';
import { benchFolder, size, startStack } from './console-stack.mjs';
import { measureLighthouse } from './lighthouse.mjs';
import { describeMemory, measureEmbeddedStore, readTreeMemory } from './memory.mjs';
import { makeMetric } from './metric.mjs';
import { describeMachine, NoiseMeter } from './noise.mjs';
import { readOptions } from './options.mjs';
import { measureProxy } from './proxy.mjs';
import { buildReferenceApp, startReferenceApp } from './reference-app.mjs';
import { measureReveals } from './reveals.mjs';
import { measureStreams } from './streams.mjs';
import { printTable } from './table.mjs';
import { measureTransactions } from './transactions.mjs';
import { measureWebhooks } from './webhooks.mjs';
import { readJson, readUserToken } from './wise-token.mjs';

/** @typedef {import('./metric.mjs').Metric} Metric */

const say = (/** @type {string} */ line) => console.error(line);
const storeNames = { pglite: 'PGlite', postgres: 'PostgreSQL' };

/** @type {(() => Promise<unknown>)[]} what still runs, the newest last */
const running = [];
let isStopping = false;

async function stopEverything() {
  while (running.length > 0) await running.pop()?.();
}

for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]))
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void stopEverything().finally(() => process.exit(code));
  });

/** @type {string[]} */
const notMeasured = [];

/** @template T @param {string} what @param {() => Promise<T>} work @returns {Promise<T | undefined>} */
async function attempt(what, work) {
  try {
    return await work();
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    notMeasured.push(`${what}: ${why}`);
    say(`${what} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Those that share one console with ten thousand cards; the others have one of their own each. */
const sharing = /** @type {const} */ (['cards-page', 'lighthouse', 'answers', 'proxy', 'memory']);

/**
 * @param {'pglite' | 'postgres'} store
 * @param {string | undefined} serverUrl
 * @param {import('./options.mjs').BenchOptions} options
 * @param {NoiseMeter} noise
 */
async function measureOn(store, serverUrl, options, noise) {
  const shared = sharing.some((part) => options.only.has(part))
    ? await measureShared(store, serverUrl, options, noise)
    : [];
  return [...shared, ...(await measureAlone(store, serverUrl, options))];
}

/** @type {typeof measureOn} */
async function measureShared(store, serverUrl, options, noise) {
  const { only, runs, lighthouseRuns } = options;
  const name = storeNames[store];
  say(`${name}: ${size.cards} cards on ${size.profiles} profiles …`);
  const stack = await startStack({ name: store, serverUrl });
  running.push(stack.stop);
  const { profileId, token: cardToken } = (
    await readJson(`${stack.consoleUrl}/api/cards?limit=1`, { headers: { cookie: stack.cookie } })
  ).items[0];
  const token = await readUserToken(stack.emulatorUrl, profileId);
  const reference = await startReferenceApp({ upstream: stack.emulatorUrl, token });
  running.push(reference.stop);

  /** @type {Metric[]} */
  const metrics = [
    makeMetric('start until every card is in the index', 'ms', stack.indexMs),
    makeMetric('memory of the console before', 'MB', readTreeMemory(stack.pid) / 1e6),
  ];
  const keep = (/** @type {Metric[] | undefined} */ more) => metrics.push(...(more ?? []));
  if (only.has('cards-page'))
    keep(
      await attempt(`the cards page on ${name}`, () =>
        measureCardsPage(stack, { runs, referenceUrl: reference.url, say }),
      ),
    );
  noise.sample(`after the cards page on ${name}`);
  // The pages are the same on either store.
  if (only.has('lighthouse') && store === options.stores[0])
    keep(await attempt('Lighthouse', () => measureLighthouse(stack, { runs: lighthouseRuns, say })));
  if (only.has('answers'))
    keep(await attempt(`answers on ${name}`, () => measureAnswers(stack, { runs, say })));
  if (only.has('proxy'))
    keep(
      await attempt(`one card on ${name}`, () =>
        measureProxy(stack, { ...options, reference, profileId, cardToken, token, say }),
      ),
    );
  if (only.has('memory')) {
    const bytes = readTreeMemory(stack.pid);
    await stack.stopConsole();
    const embedded =
      store === 'pglite'
        ? await attempt('PGlite alone', () => measureEmbeddedStore(stack.dataDir))
        : undefined;
    metrics.push(describeMemory(bytes, store, embedded));
  }
  noise.sample(`after ${name}`);
  await reference.stop();
  await stack.stop();
  running.length -= 2;
  return metrics;
}

/**
 * @param {'pglite' | 'postgres'} store
 * @param {string | undefined} serverUrl
 * @param {import('./options.mjs').BenchOptions} options
 */
async function measureAlone(store, serverUrl, { isQuick, only }) {
  const name = storeNames[store];
  /** @type {Metric[]} */
  const metrics = [];
  const keep = (/** @type {Metric[] | undefined} */ more) => metrics.push(...(more ?? []));
  if (only.has('bulk'))
    keep(await attempt(`a bulk freeze on ${name}`, () => measureBulk({ name: store, serverUrl, say })));
  if (only.has('reveals'))
    keep(await attempt(`reveals on ${name}`, () => measureReveals({ name: store, serverUrl, say })));
  if (only.has('batch'))
    keep(await attempt(`payments on ${name}`, () => measureBatch({ name: store, serverUrl, isQuick, say })));
  if (only.has('batch-grid'))
    keep(
      await attempt(`the grid of rows on ${name}`, () =>
        measureBatchGrid({ name: store, serverUrl, isQuick, say }),
      ),
    );
  if (only.has('streams'))
    keep(
      await attempt(`event streams on ${name}`, () =>
        measureStreams({ name: store, serverUrl, isQuick, say }),
      ),
    );
  if (only.has('board'))
    keep(
      await attempt(`the board of kiosks on ${name}`, () =>
        measureBoard({ name: store, serverUrl, isQuick, say }),
      ),
    );
  if (only.has('transactions'))
    keep(
      await attempt(`the archive of transactions on ${name}`, () =>
        measureTransactions({ name: store, serverUrl, isQuick, say }),
      ),
    );
  if (only.has('backfill'))
    keep(
      await attempt(`a first filling of the archive on ${name}`, () =>
        measureBackfill({ name: store, serverUrl, say }),
      ),
    );
  // The embedded store takes one statement at a time: there is nothing to hold it against.
  if (only.has('webhooks') && serverUrl !== undefined)
    keep(await attempt('webhook intake', () => measureWebhooks({ serverUrl, isQuick, say })));
  return metrics;
}

async function bench() {
  const options = readOptions(process.argv.slice(2), process.env.BENCH_QUICK);
  await buildIfNeeded(say);
  await buildReferenceApp(say);
  const noise = new NoiseMeter();
  noise.sample('before');

  /** @type {{ title: string, metrics: Metric[] }[]} */
  const groups = [];
  for (const store of options.stores) {
    const postgres = store === 'postgres' ? await ensurePostgres(say) : undefined;
    if (postgres && 'skipped' in postgres) {
      say(`PostgreSQL skipped: ${postgres.skipped}`);
      // Asked for by name, it is missing from what was wanted.
      if (options.stores.length === 1) notMeasured.push(`PostgreSQL: ${postgres.skipped}`);
      continue;
    }
    if (postgres) running.push(postgres.stop);
    const metrics = await attempt(storeNames[store], () => measureOn(store, postgres?.url, options, noise));
    await stopEverything();
    if (metrics) groups.push({ title: storeNames[store], metrics });
  }
  report(options, groups, noise);
}

/** @param {import('./options.mjs').BenchOptions} options @param {{ title: string, metrics: Metric[] }[]} groups @param {NoiseMeter} noise */
function report(options, groups, noise) {
  const machine = describeMachine();
  const { loads, medianMs, spreadPercent } = noise.summarise();
  const file = join(benchFolder, `results-${machine.date.slice(0, 19).replaceAll(':', '')}.json`);
  const settings = { ...options, only: [...options.only], size };
  writeFileSync(
    file,
    `${JSON.stringify({ machine, settings, noise: noise.samples, groups, notMeasured }, null, 2)}\n`,
  );
  console.log(`\n${printTable(groups)}\n`);
  console.log(
    `Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}, ${machine.date}`,
  );
  console.log(
    `Noise: one fixed loop took ${medianMs.toFixed(0)} ms, ${spreadPercent.toFixed(0)} % apart before, between and after; load ${loads.map((load) => load.toFixed(1)).join(', ')}`,
  );
  if (options.isQuick) console.log('BENCH_QUICK: too short for figures to keep.');
  console.log(`Every run: ${file}`);
  for (const line of notMeasured) console.log(`Not measured: ${line}`);
  process.exit(notMeasured.length === 0 ? 0 : 1);
}

bench().catch(async (error) => {
  if (isStopping) return;
  isStopping = true;
  await stopEverything();
  printFaultAndExit(error);
});
