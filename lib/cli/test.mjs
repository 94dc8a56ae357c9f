// Runs on Node 20 with nothing installed, like start.mjs.
import { buildIfNeeded } from './build-if-needed.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureJwcrypto } from './ensure-jwcrypto.mjs';
import { ensurePostgres } from './ensure-postgres.mjs';
import { Fault } from './project.mjs';
import {
  checkFormat,
  checkLint,
  checkTypes,
  checkUnused,
  runEndToEndTests,
  runFaults,
  runUnitTests,
  Tally,
} from './steps.mjs';

process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));

const tally = new Tally();
const say = (/** @type {string} */ line) => console.log(line);
const countOne = async (/** @type {Promise<unknown>} */ work) => {
  await work;
  return { passed: 1, failed: 0 };
};

if (!(await tally.run('install', () => countOne(ensureInstalled(say))))) tally.finish();

/** @type {string | undefined} */
let browser;
/** @type {Awaited<ReturnType<typeof ensurePostgres>>} */
let postgres = { skipped: 'not looked for' };
const staticChecks = async () => {
  await tally.run('format', checkFormat);
  await tally.run('lint', checkLint);
  await tally.run('unused', checkUnused);
};
const typesAndUnits = async () => {
  await tally.run('types', checkTypes);
  await tally.run('unit tests', () => runUnitTests());
};
const machine = async () => {
  await tally.run('browser', async () => {
    browser = await ensureBrowser(say);
    return { passed: 1, failed: 0 };
  });
  postgres = await ensurePostgres(say);
  await ensureJwcrypto(say);
};
await Promise.all([staticChecks(), typesAndUnits(), machine()]);

const isBuilt = await tally.run('build', () => countOne(buildIfNeeded(say)));
if (isBuilt) {
  await tally.run('API and browser tests', () =>
    runEndToEndTests(['--output', 'test-results/embedded'], {
      CHROMIUM_PATH: browser,
      TEST_DATABASE_URL: undefined,
    }),
  );
  // What goes wrong mostly waits: it leaves the processor to the tests beside it.
  await Promise.all([runUnderFaults(), runOnPostgres()]);
}
tally.finish();

async function runUnderFaults() {
  const env = { TEST_DATABASE_URL: undefined };
  await tally.run('payments under faults', () => runFaults(['--only', 'kill,upstream', '--together'], env));
  await tally.run('a storm of webhooks', () => runFaults(['--only', 'storm', '--deliveries', '250'], env));
}

async function runOnPostgres() {
  if ('skipped' in postgres) {
    say(`PostgreSQL run skipped: ${postgres.skipped}`);
    const { skipped } = postgres;
    if (process.env.CI) await tally.run('PostgreSQL', () => Promise.reject(new Fault(skipped)));
    return;
  }
  const { stop, url } = postgres;
  const env = { TEST_DATABASE_URL: url };
  try {
    await tally.run('store on PostgreSQL', () => runUnitTests(['.store.test.ts', '--passWithNoTests'], env));
    await Promise.all([
      tally.run('API on PostgreSQL', () =>
        runEndToEndTests(['--project', 'api', '--output', 'test-results/postgres'], {
          ...env,
          CHROMIUM_PATH: browser,
        }),
      ),
      tally.run('payments on two consoles', () =>
        runFaults(['--only', 'replica', '--store', 'postgres'], env),
      ),
      // Its server is its own, because it is restarted on the way.
      tally.run('a storm of webhooks on PostgreSQL', () =>
        runFaults(['--only', 'storm', '--deliveries', '250', '--store', 'postgres'], {
          TEST_DATABASE_URL: undefined,
        }),
      ),
    ]);
  } finally {
    await stop();
  }
}
