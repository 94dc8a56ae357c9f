import { launchBrowser, toCookies } from './browser.mjs';
import { makeMetric } from './metric.mjs';
import { installProbe } from './page-probe.mjs';
import { collectScripts } from './scripts.mjs';
import { readJson } from './wise-token.mjs';

/** @typedef {import('./console-stack.mjs').ConsoleStack} ConsoleStack */

const viewport = { width: 1440, height: 900 };
const limitMs = 30_000;
/** As fast as a quick typist: slower would hide work, faster would pile it up. */
const betweenKeysMs = 80;

/**
 * @param {ConsoleStack} stack
 * @param {{ runs: number, referenceUrl: string, say: (line: string) => void }} options
 */
export async function measureCardsPage(stack, { runs, referenceUrl, say }) {
  const sought = await pickSearch(stack);
  const browser = await launchBrowser(say);
  try {
    const own = await weighReference(browser, referenceUrl);
    // The server's first answer is compiled on the way; the browser starts cold each time all the same.
    await visit(browser, stack, sought);
    const visits = [];
    for (let run = 1; run <= runs; run++) {
      say(`  cards page, run ${run} of ${runs}`);
      visits.push(await visit(browser, stack, sought));
    }
    return describe(visits, own);
  } finally {
    await browser.close();
  }
}

/** @param {Awaited<ReturnType<typeof visit>>[]} visits @param {number} own */
function describe(visits, own) {
  const each = (/** @type {keyof typeof visits[number]} */ name) => visits.map((one) => one[name]);
  const ofNext = `Next and React alone ${own.toFixed(0)} KiB`;
  return [
    makeMetric('JavaScript until the first 20 rows stand', 'KiB gzip', each('scriptsToRows'), {
      most: 200,
      reference: ofNext,
    }),
    makeMetric('JavaScript until the page rests', 'KiB gzip', each('scriptsInAll'), { reference: ofNext }),
    makeMetric('first 20 rows painted', 'ms', each('rowsAt'), {
      most: 500,
      reference: 'from the navigation',
    }),
    makeMetric('first 20 rows usable', 'ms', each('usableAt'), { reference: 'React has taken them over' }),
    makeMetric('largest contentful paint', 'ms', each('largestPaintAt')),
    makeMetric('elements in the page', '', each('elements')),
    makeMetric('filter pasted, rows settled', 'ms', each('pasteMs'), { most: 150 }),
    makeMetric('requests to /api/cards for it', '', each('pasteRequests'), { most: 1 }),
    makeMetric('worst input event', 'ms', each('worstInput'), {
      most: 100,
      reference: 'J ten times, six keys typed; 16 = none took longer',
    }),
    makeMetric('worst input event, processor 4 times slower', 'ms', each('worstInputSlow'), { most: 200 }),
  ];
}

/** @param {import('playwright').Browser} browser @param {string} url */
async function weighReference(browser, url) {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const scripts = collectScripts(page);
    await page.goto(url, { waitUntil: 'networkidle' });
    return await scripts.weigh();
  } finally {
    await context.close();
  }
}

/**
 * Digits that find a few cards, none of which are on the first page: showing them takes a request.
 * @param {ConsoleStack} stack
 */
async function pickSearch({ consoleUrl, cookie }) {
  const list = (/** @type {string} */ query) =>
    readJson(`${consoleUrl}/api/cards?${query}`, { headers: { cookie } });
  const first = await list('limit=50');
  const shown = new Set(first.items.map((/** @type {{ token: string }} */ { token }) => token));
  const next = await list(`limit=50&cursor=${encodeURIComponent(first.nextCursor)}`);
  for (const { lastFourDigits } of next.items) {
    const found = (await list(`limit=50&query=${lastFourDigits}`)).items.map(
      (/** @type {{ token: string }} */ { token }) => token,
    );
    if (found.length > 0 && found.length <= 15 && !found.some((/** @type {string} */ one) => shown.has(one)))
      return { text: lastFourDigits, tokens: found };
  }
  throw new Error('no four digits find between 1 and 15 cards');
}

/** @param {import('playwright').Browser} browser @param {ConsoleStack} stack @param {{ text: string, tokens: string[] }} sought */
async function visit(browser, { consoleUrl, cookie }, sought) {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(limitMs);
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: consoleUrl });
    await context.addCookies(toCookies(cookie, consoleUrl));
    await context.addInitScript(installProbe);
    const page = await context.newPage();
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const scripts = collectScripts(page);

    await page.goto(`${consoleUrl}/cards`, { waitUntil: 'commit' });
    await page.waitForFunction(() => /** @type {any} */ (window).bench?.usableAt > 0);
    await settle(page, { atLeast: 20 });
    const { largestPaintAt, rowsAt, usableAt } = await page.evaluate(() => /** @type {any} */ (window).bench);
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    const scriptsToRows = await scripts.weigh(Math.max(rowsAt, usableAt));
    const scriptsInAll = await scripts.weigh();

    await page.evaluate((text) => navigator.clipboard.writeText(text), sought.text);
    await page.locator('[data-search]').focus();
    asked.length = 0;
    await page.evaluate(() => /** @type {any} */ (window).bench.expectPaste());
    await page.keyboard.press('ControlOrMeta+V');
    const settledAt = await settle(page, { tokens: sought.tokens });
    const pasteMs = settledAt - (await page.evaluate(() => /** @type {any} */ (window).bench.pastedAt));
    const pasteRequests = asked.filter((path) => path === '/api/cards').length;
    await clearSearch(page);

    const worstInput = await typeAndStep(page);
    const protocol = await context.newCDPSession(page);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const worstInputSlow = await typeAndStep(page);
    return {
      scriptsToRows,
      scriptsInAll,
      rowsAt,
      usableAt,
      largestPaintAt,
      elements,
      pasteMs,
      pasteRequests,
      worstInput,
      worstInputSlow,
    };
  } finally {
    await context.close();
  }
}

/** @param {import('playwright').Page} page @param {{ tokens?: string[], atLeast?: number }} wanted @returns {Promise<number>} */
async function settle(page, wanted) {
  const settled = await page.waitForFunction(
    (what) => /** @type {any} */ (window).bench.settle(what),
    wanted,
  );
  return Number(await settled.jsonValue());
}

/** @param {import('playwright').Page} page */
async function clearSearch(page) {
  await page.locator('[data-search]').fill('');
  await page.locator('[data-search]').press('Enter');
  await settle(page, { atLeast: 20 });
}

/** J ten times from the top of the list, then a name typed into the search. @param {import('playwright').Page} page */
async function typeAndStep(page) {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    /** @type {any} */ (window).bench.takeWorstInput();
  });
  for (let time = 0; time < 10; time++) await page.keyboard.press('j', { delay: betweenKeysMs });
  const place = await page.evaluate(
    () =>
      /** @type {HTMLElement | null} */ (document.activeElement?.closest('tr[data-row]') ?? null)?.dataset
        .row,
  );
  if (Number(place) < 9 || place === undefined) throw new Error(`J ten times led to row ${place}`);
  await page.locator('[data-search]').focus();
  await page.keyboard.type('oliver', { delay: betweenKeysMs });
  await settle(page, {});
  const worst = await page.evaluate(() => /** @type {any} */ (window).bench.takeWorstInput());
  await clearSearch(page);
  return Math.max(16, Number(worst));
}
