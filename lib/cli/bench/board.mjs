import { openLeftStore } from '../left-store.mjs';
import { jobs, kiosks, loadBoardData } from './board-data.mjs';
import { launchBrowser, toCookies } from './browser.mjs';
import { startStack } from './console-stack.mjs';
import { watchTasks } from './longest-task.mjs';
import { makeMetric } from './metric.mjs';
import { installProbe } from './page-probe.mjs';
import { signIn } from './sign-in.mjs';

const limitMs = 30_000;
const turns = 40;
const turnPixels = 300;
const betweenTurnsMs = 40;
const betweenKeysMs = 80;
/** The last line of the last panel that a window of this size shows of the branch's ten. */
const viewport = { width: 1440, height: 900 };
const lastRow = '[data-kiosk]:nth-child(4) [aria-label="Last jobs"] li:nth-child(5)';

/** @typedef {{ name: string, duration: number, waited: number }} Use */

/**
 * The board of a large programme: opened cold, then scrolled, taken through its branches, into a kiosk and back, with a
 * look-up typed.
 * @param {{ name: string, serverUrl: string | undefined, isQuick: boolean, say: (line: string) => void }} options
 */
export async function measureBoard({ isQuick, name, say, serverUrl }) {
  const rounds = isQuick ? 1 : 5;
  const stack = await startStack({
    name: `board-${name}`,
    serverUrl,
    size: { profiles: 50, cards: jobs + 1000 },
  });
  /** @type {(() => Promise<unknown>)[]} */
  const undo = [stack.stop];
  try {
    await stack.stopConsole();
    const store = await openLeftStore(stack);
    await loadBoardData(store).finally(() => store.close());
    await stack.startConsole();
    const cookie = await signIn(stack.consoleUrl, 'admin@example.com');
    const browser = await launchBrowser(say);
    undo.push(() => browser.close());
    /** @type {{ rowsAt: number, elements: number, worst: Use, taskMs: number }[]} */
    const visits = [];
    for (let round = 0; round <= rounds; round++) {
      say(`  ${kiosks} kiosks, ${jobs} jobs, ${round ? `round ${round} of ${rounds}` : 'warm-up'}`);
      const found = await visit(browser, stack.consoleUrl, cookie);
      if (round > 0) visits.push(found);
    }
    const worst = visits.map(({ worst: use }) => use);
    const longest = worst.reduce((most, one) => (one.duration > most.duration ? one : most));
    return [
      makeMetric(
        `board of ${kiosks} kiosks, ${jobs} jobs: first rows painted`,
        'ms',
        visits.map(({ rowsAt }) => rowsAt),
        { most: 500, reference: 'from the navigation, cold cache' },
      ),
      makeMetric(
        '  elements in the page',
        '',
        visits.map(({ elements }) => elements),
      ),
      makeMetric('  worst input event of all rounds', 'ms', Math.max(16, longest.duration), {
        most: 100,
        reference: `${longest.name}, waited ${longest.waited.toFixed(0)} of it; each round ${worst.map(({ duration }) => duration.toFixed(0)).join(', ')}`,
      }),
      makeMetric(
        '  longest task of the page, processor time',
        'ms',
        visits.map(({ taskMs }) => taskMs),
        { most: 100 },
      ),
    ];
  } finally {
    while (undo.length > 0) await undo.pop()?.();
  }
}

/** @param {import('playwright').Browser} browser @param {string} consoleUrl @param {string} cookie */
async function visit(browser, consoleUrl, cookie) {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(limitMs);
  try {
    await context.addCookies(toCookies(cookie, consoleUrl));
    await context.addInitScript(installProbe, lastRow);
    const page = await context.newPage();
    await page.goto(`${consoleUrl}/kiosks?branch=bench-1`, { waitUntil: 'commit' });
    await page.waitForFunction(() => /** @type {any} */ (window).bench?.rowsAt > 0);
    const rowsAt = await page.evaluate(() => Number(/** @type {any} */ (window).bench.rowsAt));
    await page.getByText('Live', { exact: true }).waitFor();
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    const endWatch = await watchTasks(browser, page);
    await page.evaluate(() => /** @type {any} */ (window).bench.takeWorstUse());
    await workAtBoard(page);
    /** @type {Use} */
    const worst = await page.evaluate(() => /** @type {any} */ (window).bench.takeWorstUse());
    return { rowsAt, elements, worst, taskMs: await endWatch() };
  } finally {
    await context.close();
  }
}

/** @param {import('playwright').Page} page */
async function workAtBoard(page) {
  await page.mouse.move(viewport.width / 2, viewport.height / 2);
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, turn < turns / 2 ? turnPixels : -turnPixels);
    await page.waitForTimeout(betweenTurnsMs);
  }
  const tabs = page.getByRole('navigation', { name: 'Branches' });
  for (const branch of [2, 3, 1]) {
    await tabs.getByRole('link', { name: `Bench ${branch}` }).click();
    await page.locator(`[data-kiosk="BENCH${String(branch * 10).padStart(3, '0')}"]`).waitFor();
  }
  const digits = page.getByLabel('Order number');
  await digits.click();
  await page.keyboard.type('4711000', { delay: betweenKeysMs });
  await page.getByLabel('or whole name').click();
  await page.keyboard.type('Nobody At All', { delay: betweenKeysMs });
  await page.locator('[data-kiosk="BENCH003"] h2 a').click();
  await page.waitForURL('**/kiosks/BENCH003');
  await page.getByRole('link', { name: 'Bench 1', exact: true }).waitFor();
  await page.goBack();
  await page.locator('[data-kiosk="BENCH003"]').waitFor();
}
