import { launchBrowser, toCookies } from './browser.mjs';
import { control } from './console-stack.mjs';
import { makeMetric } from './metric.mjs';
import { installProbe } from './page-probe.mjs';
import { readJson } from './wise-token.mjs';

/** @typedef {import('./console-stack.mjs').ConsoleStack} ConsoleStack */

const viewport = { width: 1440, height: 900 };
const transactions = 500;
const shownOnCardPage = 8;
const dayMs = 86_400_000;

/**
 * How long a customer on the telephone waits: a card's page, and the palette from four digits to what to say.
 * @param {ConsoleStack} stack
 * @param {{ runs: number, say: (line: string) => void }} options
 */
export async function measureAnswers(stack, { runs, say }) {
  const card = await plantTransactions(stack);
  const browser = await launchBrowser(say);
  try {
    await openCard(browser, stack, card);
    await askPalette(browser, stack, card);
    const pages = [];
    const answers = [];
    for (let run = 1; run <= runs; run++) {
      say(`  a card's page and the palette, run ${run} of ${runs}`);
      pages.push(await openCard(browser, stack, card));
      answers.push(await askPalette(browser, stack, card));
    }
    return [
      makeMetric(`card page with ${transactions} transactions, first rows painted`, 'ms', pages, {
        most: 500,
        reference: 'from the navigation, cold cache',
      }),
      makeMetric('palette: four digits typed to advice on screen', 'ms', answers, {
        most: 400,
        reference: 'from the last digit',
      }),
    ];
  } finally {
    await browser.close();
  }
}

/** @param {ConsoleStack} stack */
async function plantTransactions({ consoleUrl, cookie, emulatorUrl }) {
  const list = await readJson(`${consoleUrl}/api/cards?status=ACTIVE&limit=200`, { headers: { cookie } });
  const ends = list.items.map((/** @type {any} */ one) => one.lastFourDigits);
  for (const { lastFourDigits, profileId, token } of list.items) {
    const found = await readJson(`${consoleUrl}/api/cards?query=${lastFourDigits}&limit=50`, {
      headers: { cookie },
    });
    // Four digits that find this card alone.
    if (
      found.items.length !== 1 ||
      ends.filter((/** @type {string} */ one) => one === lastFourDigits).length > 1
    )
      continue;
    const begin = Date.now() - 80 * dayMs;
    for (let index = 0; index < transactions; index++)
      await control(emulatorUrl, 'transactions', {
        cardToken: token,
        notify: false,
        creationTime: new Date(begin + (index * 79 * dayMs) / transactions).toISOString(),
        ...(index === transactions - 1 ? { state: 'DECLINED', declineReason: 'INSUFFICIENT_FUNDS' } : {}),
      });
    return { lastFourDigits, path: `/cards/${profileId}/${token}` };
  }
  throw new Error('no card that its last four digits find alone');
}

/** @param {import('playwright').Browser} browser @param {ConsoleStack} stack @param {{ path: string }} card */
async function openCard(browser, { consoleUrl, cookie }, { path }) {
  const context = await browser.newContext({ viewport });
  try {
    await context.addCookies(toCookies(cookie, consoleUrl));
    await context.addInitScript(installProbe, `tr[data-row="${shownOnCardPage - 1}"]`);
    const page = await context.newPage();
    await page.goto(`${consoleUrl}${path}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => /** @type {any} */ (window).bench?.rowsAt > 0);
    return await page.evaluate(() => Number(/** @type {any} */ (window).bench.rowsAt));
  } finally {
    await context.close();
  }
}

/** @param {import('playwright').Browser} browser @param {ConsoleStack} stack @param {{ lastFourDigits: string }} card */
async function askPalette(browser, { consoleUrl, cookie }, { lastFourDigits }) {
  const context = await browser.newContext({ viewport });
  try {
    await context.addCookies(toCookies(cookie, consoleUrl));
    const page = await context.newPage();
    await page.goto(`${consoleUrl}/overview`, { waitUntil: 'networkidle' });
    await page.keyboard.press('ControlOrMeta+K');
    await page.locator('[data-palette] input').waitFor();
    const answered = page.evaluate(
      () =>
        new Promise((resolve) => {
          let typedAt = 0;
          addEventListener('input', (event) => (typedAt = event.timeStamp), { capture: true });
          const look = () => {
            const said = document.querySelector('[data-palette] blockquote');
            if (typedAt > 0 && said?.getClientRects().length) {
              // A message posted within a frame arrives once that frame has been handed over.
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - typedAt);
              port2.postMessage(0);
            } else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
    );
    await page.keyboard.type(lastFourDigits, { delay: 30 });
    return Number(await answered);
  } finally {
    await context.close();
  }
}
