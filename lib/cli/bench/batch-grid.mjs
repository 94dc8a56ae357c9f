import { awaitStatus, makeGroup, makePayments, payer, startRun, stillStatuses } from '../faults/payments.mjs';
import { launchBrowser, toCookies } from './browser.mjs';
import { control, startStack } from './console-stack.mjs';
import { watchTasks } from './longest-task.mjs';
import { makeMetric } from './metric.mjs';
import { installProbe } from './page-probe.mjs';

/** @typedef {{ name: string, duration: number, waited: number }} Use an input and how long it took, in milliseconds */

const rate = { perSecond: 100, perMinute: 6000 };
const wiseLatencyMs = 50;
const viewport = { width: 1440, height: 900 };
const limitMs = 30_000;
/** Of so many rows one has a fault: those can be edited while the others are being sent. */
const faultEvery = 5;
const edits = 3;
const steps = 30;
const turns = 100;
const betweenKeysMs = 80;
/** A key that is held down. */
const betweenStepsMs = 40;
/** Three notches of a wheel at once. */
const turnPixels = 300;

/**
 * A thousand rows in the page: their faults are mended, they are walked through and scrolled, first while nothing happens,
 * then while they are being sent.
 * @param {{ name: string, serverUrl: string | undefined, isQuick: boolean, say: (line: string) => void }} options
 */
export async function measureBatchGrid({ isQuick, name, say, serverUrl }) {
  const stack = await startStack({
    name: `batch-grid-${name}`,
    serverUrl,
    rate,
    size: { profiles: 20, cards: 1000 },
  });
  const browser = await launchBrowser(say).catch(async (error) => {
    await stack.stop();
    throw error;
  });
  try {
    const person = { url: stack.consoleUrl, cookie: stack.cookie };
    // Fewer would be sent before the grid is used once.
    const payments = makePayments(1000, { pairs: false }).map((payment, index) =>
      index % faultEvery === 0 ? { ...payment, account: String(10_000 + index) } : payment,
    );
    const group = await makeGroup(person, payments, undefined, payments.length / faultEvery);
    await control(stack.emulatorUrl, 'settings', { rateLimit: rate, latencyMs: wiseLatencyMs });
    const page = await openGrid(browser, stack, group, payments.length);
    // What is fetched and compiled with the first use belongs to no round.
    await workInGrid(page, 1);

    let endWatch = await watchTasks(browser, page);
    const quietRounds = isQuick ? 1 : 3;
    /** @type {Use[]} */
    const quiet = [];
    for (let round = 1; round <= quietRounds; round++) {
      say(`  the grid, quiet, round ${round} of ${quietRounds}`);
      quiet.push(await workInGrid(page, edits));
    }
    const quietTask = await endWatch();
    say('  the grid while its rows are sent');
    endWatch = await watchTasks(browser, page);
    await startRun(person, group);
    /** @type {Use[]} */
    const sending = [];
    for (;;) {
      const used = await workInGrid(page, edits);
      // A round that outlasted the sending says nothing of it.
      if ((await group.read(person)).status !== 'RUNNING') break;
      sending.push(used);
    }
    const sendingTask = await endWatch();
    const { rows } = await awaitStatus(person, group, stillStatuses, limitMs);
    if (sending.length === 0) throw new Error('the rows were sent before the grid was used once');
    const mended = 1 + edits * (quiet.length + sending.length);
    if (rows.heldBack > payments.length / faultEvery - mended)
      throw new Error(`${mended} rows were mended, and ${rows.heldBack} are still held back`);
    return [
      describe(`the grid of ${payments.length} rows: worst input event`, quiet),
      makeMetric('  longest task of the page, processor time', 'ms', quietTask, { most: 100 }),
      describe('  worst input event while they are being sent', sending),
      makeMetric('  longest task of the page meanwhile, processor time', 'ms', sendingTask, { most: 100 }),
    ];
  } finally {
    await browser.close();
    await stack.stop();
  }
}

/** @param {string} name @param {Use[]} rounds */
function describe(name, rounds) {
  const worst = rounds.reduce((most, one) => (one.duration > most.duration ? one : most));
  const each = rounds.map(({ duration }) => duration.toFixed(0)).join(', ');
  return makeMetric(name, 'ms', Math.max(16, worst.duration), {
    most: 100,
    reference: `${worst.name}, waited ${worst.waited.toFixed(0)} of it; each round ${each}: ${edits} cells, ${steps} steps, ${turns} turns of the wheel`,
  });
}

/** @param {import('playwright').Browser} browser @param {import('./console-stack.mjs').ConsoleStack} stack @param {import('../faults/payments.mjs').Group} group @param {number} rows */
async function openGrid(browser, { consoleUrl, cookie }, group, rows) {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(limitMs);
  await context.addCookies(toCookies(cookie, consoleUrl));
  await context.addInitScript(installProbe);
  const page = await context.newPage();
  await page.goto(`${consoleUrl}/batch-groups/${payer}/${group.id}`);
  await page
    .locator(`table.batch-grid[aria-rowcount="${rows + 1}"] tr[data-row]`)
    .first()
    .waitFor();
  return page;
}

let typedAccounts = 0;

/**
 * Account numbers typed into the first rows, which are those to be mended; steps down the rows; the wheel to their end.
 * @param {import('playwright').Page} page @param {number} cells
 * @returns {Promise<Use>} what took longest
 */
async function workInGrid(page, cells) {
  const scroller = page.locator('[data-scroll]:has(table.batch-grid)');
  await scroller.evaluate((element) => element.scrollTo({ top: 0 }));
  await page.locator('tr[data-row="0"]').waitFor();
  await page.evaluate(() => /** @type {any} */ (window).bench.takeWorstUse());
  for (let cell = 0; cell < cells; cell++) {
    await page.locator('tr[data-row="0"] td.cell-bad').click();
    await page.keyboard.press('Enter', { delay: betweenKeysMs });
    await page.locator('.cell-input').waitFor();
    await page.keyboard.type(String(64_000_001 + typedAccounts++ * 7), { delay: betweenKeysMs });
    await page.keyboard.press('Enter', { delay: betweenKeysMs });
    await page.keyboard.press('Escape', { delay: betweenKeysMs });
    await page.locator('tr[data-row="0"] td.cell-bad').waitFor();
  }
  await page.locator('tr[data-row="0"] td').nth(4).click();
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown', { delay: betweenStepsMs });
  const box = await scroller.boundingBox();
  if (!box) throw new Error('the grid is not on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, turnPixels);
    await page.waitForTimeout(betweenStepsMs);
  }
  const worst = await page.evaluate(() => /** @type {any} */ (window).bench.takeWorstUse());
  const top = await scroller.evaluate((element) => element.scrollTop);
  if (top < turnPixels) throw new Error(`the wheel led to ${top} pixels`);
  await page.keyboard.press('Escape');
  return worst;
}
