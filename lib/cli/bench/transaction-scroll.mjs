import { launchBrowser, toCookies } from './browser.mjs';
import { makeMetric } from './metric.mjs';
import { eventsOfPage, startTrace, tasksOfPage } from './page-trace.mjs';
import { median, quantile } from './statistics.mjs';

const rows = 10_000;
const viewport = { width: 1440, height: 900 };
const limitMs = 30_000;
/** Three notches of a wheel, as fast as a hand turns it. */
const turnPixels = 300;
const betweenTurnsMs = 40;
const frameCategory = 'disabled-by-default-devtools.timeline.frame';

/**
 * As many rows as one reads down to, scrolled by the wheel from the first to the last: what each frame takes of the page's
 * main thread.
 * @param {import('./console-stack.mjs').ConsoleStack} stack @param {string} cookie @param {(line: string) => void} say
 */
export async function measureScroll({ consoleUrl }, cookie, say) {
  const browser = await launchBrowser(say);
  try {
    const context = await browser.newContext({ viewport });
    context.setDefaultTimeout(limitMs);
    await context.addCookies(toCookies(cookie, consoleUrl));
    const page = await context.newPage();
    await page.goto(`${consoleUrl}/transactions`);
    await page.locator('tr[data-row="0"]').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    say(`  reading down to ${rows} rows`);
    const startedAt = performance.now();
    await readDown(page);
    const readIn = performance.now() - startedAt;
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    say('  scrolling through them');
    const frames = await scrollThrough(browser, page);
    return [
      makeMetric(`  ${rows} rows read in the list, one page after another`, 's', readIn / 1000, {
        reference: `${elements} elements in the page`,
      }),
      makeMetric('  scrolling through them: main thread per frame, 95 %', 'ms', quantile(frames, 0.95), {
        most: 16,
        reference: `of ${frames.length} frames, median ${median(frames).toFixed(1)}, worst ${Math.max(...frames).toFixed(1)}; processor time`,
      }),
    ];
  } finally {
    await browser.close();
  }
}

/** The end of the list reads on by itself when somebody comes there. @param {import('playwright').Page} page */
async function readDown(page) {
  for (let last = -1; last < rows - 1; ) {
    const further = await page.waitForFunction((/** @type {number} */ before) => {
      const scroller = document.querySelector('[data-scroll]:has(table)');
      scroller?.scrollTo({ top: scroller.scrollHeight });
      const shown = [...document.querySelectorAll('tr[data-row]')];
      const now = Number(shown.at(-1)?.getAttribute('data-row') ?? -1);
      return now > before && { now };
    }, last);
    last = (await further.jsonValue()).now;
  }
}

/** @param {import('playwright').Browser} browser @param {import('playwright').Page} page @returns {Promise<number[]>} milliseconds of each frame */
async function scrollThrough(browser, page) {
  const scroller = page.locator('[data-scroll]:has(table)');
  await scroller.evaluate((element) => element.scrollTo({ top: 0 }));
  await page.locator('tr[data-row="0"]').waitFor();
  const rowHeight = await scroller.evaluate(
    (element) => element.querySelector('tr[data-row]')?.getBoundingClientRect().height ?? NaN,
  );
  await page.mouse.move(viewport.width / 2, viewport.height / 2);
  const endTrace = await startTrace(browser, page, ['toplevel', 'devtools.timeline', frameCategory]);
  for (let way = 0; way < rows * rowHeight; way += turnPixels) {
    await page.mouse.wheel(0, turnPixels);
    await page.waitForTimeout(betweenTurnsMs);
  }
  const events = await endTrace();
  await page.locator(`tr[data-row="${rows - 1}"]`).waitFor();
  return timeFrames(events);
}

/** What the tasks of the page take from one frame to the next. @param {import('./page-trace.mjs').TraceEvent[]} events */
function timeFrames(events) {
  const begins = eventsOfPage(events)
    .filter(({ name }) => name === 'BeginMainThreadFrame')
    .map(({ ts }) => ts)
    .sort((one, other) => one - other);
  const tasks = tasksOfPage(events).sort((one, other) => one.ts - other.ts);
  /** @type {number[]} */
  const frames = [];
  let next = begins.findIndex((ts) => ts >= (tasks[0]?.ts ?? 0));
  for (const { dur = 0, tdur = 0, ts } of tasks) {
    // A frame begins within a task.
    if ((begins[next] ?? Infinity) <= ts + dur) {
      frames.push(0);
      while ((begins[next] ?? Infinity) <= ts + dur) next++;
    }
    if (frames.length > 0) frames.push((frames.pop() ?? 0) + tdur / 1000);
  }
  if (frames.length === 0) throw new Error('the browser told of no frame');
  return frames;
}
