import { buildIfNeeded } from '../build-if-needed.mjs';
import { ensurePostgres } from '../ensure-postgres.mjs';
import { Fault, printFaultAndExit } from '../project.mjs';
import { readOptions } from './options.mjs';
import { runScenario } from './scenario.mjs';
import { printStorm } from './storm/print-storm.mjs';
import { runStorm } from './storm/storm.mjs';
import { isFaultless, printTable } from './table.mjs';

const say = (/** @type {string} */ line) => console.error(line);
const shownFaults = 20;

/** @type {Set<() => Promise<void>>} what still runs */
const running = new Set();
const stopEverything = () => Promise.allSettled([...running].map((stop) => stop()));
let isStopping = false;
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

/** @returns {Promise<boolean>} whether everything ended as undisturbed */
async function tryFaults() {
  const options = readOptions(process.argv.slice(2));
  if ('help' in options) {
    console.log(options.help);
    return true;
  }
  await buildIfNeeded(say);
  const postgres = options.store === 'postgres' ? await ensurePostgres(say) : undefined;
  if (postgres && 'skipped' in postgres) throw new Fault(`PostgreSQL: ${postgres.skipped}`);
  if (postgres) running.add(postgres.stop);
  say(`Seed ${options.seed}: --seed ${options.seed} draws the same moments again.`);
  try {
    const isPaidRight = await tryPayments(options, postgres?.url);
    return (await tryStorm(options, postgres)) && isPaidRight;
  } finally {
    await postgres?.stop();
  }
}

/** @param {import('./options.mjs').FaultOptions} options @param {string | undefined} serverUrl @returns {Promise<boolean>} */
async function tryPayments(options, serverUrl) {
  const names = options.only.filter((name) => name !== 'storm');
  if (names.length === 0) return true;
  const context = { options, running, say, serverUrl };
  const quiet = await runScenario('undisturbed', context);
  if (!isFaultless(quiet)) throw new Fault(['An undisturbed run went wrong:', ...quiet.faults]);
  const attempt = (/** @type {import('./scenario.mjs').PaymentScenario} */ name) =>
    runScenario(name, { ...context, undisturbed: quiet.end }).catch((error) => ({
      name,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }));
  const outcomes = [];
  if (options.together) outcomes.push(...(await Promise.all(names.map(attempt))));
  else for (const name of names) outcomes.push(await attempt(name));
  console.log(`\n${printTable([quiet, ...outcomes])}\n`);
  for (const outcome of outcomes) printFaults(outcome);
  console.log(`Seed ${options.seed}, ${options.store}`);
  return outcomes.every(isFaultless);
}

/**
 * @param {import('./options.mjs').FaultOptions} options
 * @param {{ url: string, restart?: () => Promise<void> } | undefined} postgres
 * @returns {Promise<boolean>}
 */
async function tryStorm(options, postgres) {
  if (!options.only.includes('storm')) return true;
  const { deliveries, seed, store } = options;
  const outcome = await runStorm({ deliveries, seed, store, postgres, running, say });
  console.log(`\n${printStorm(outcome)}\n`);
  for (const fault of outcome.faults.slice(0, shownFaults)) console.log(`storm: ${fault}`);
  console.log(`Seed ${seed}, ${store}`);
  return outcome.faults.length === 0;
}

/** @param {import('./table.mjs').Outcome | import('./table.mjs').Failure} outcome */
function printFaults(outcome) {
  if ('error' in outcome) {
    console.log(`${outcome.name} broke off: ${outcome.error}`);
    return;
  }
  for (const fault of outcome.faults.slice(0, shownFaults)) console.log(`${outcome.name}: ${fault}`);
  const more = outcome.faults.length - shownFaults;
  if (more > 0) console.log(`${outcome.name}: and ${more} more`);
}

await tryFaults().then((isGood) => process.exit(isGood ? 0 : 1), printFaultAndExit);
