/** Beginning and ending to watch are tasks themselves, and no short ones. */
const edgeMicroseconds = 1_000_000;

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, tdur?: number, args: { name?: string } }} TraceEvent */

/**
 * Watches the page's main thread. What a task takes of the processor is the page's own, however busy the machine is; how
 * long somebody waits for it is not.
 * @param {import('playwright').Browser} browser @param {import('playwright').Page} page
 * @returns {Promise<() => Promise<number>>} ends it: the processor time of the longest task, in milliseconds
 */
export async function watchTasks(browser, page) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await page.waitForTimeout(edgeMicroseconds / 1000);
  return async () => {
    await page.waitForTimeout(edgeMicroseconds / 1000);
    return longestTask(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  };
}

/** @param {TraceEvent[]} events */
function longestTask(events) {
  const main = new Set(
    events
      .filter(({ args, name }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && main.has(`${pid} ${tid}`),
  );
  const from = Math.min(...tasks.map(({ ts }) => ts)) + edgeMicroseconds;
  const until = Math.max(...tasks.map(({ ts }) => ts)) - edgeMicroseconds;
  const times = tasks.filter(({ ts }) => ts > from && ts < until).map(({ tdur = 0 }) => tdur);
  if (times.length === 0) throw new Error('the browser told of no task of the page');
  return Math.max(...times) / 1000;
}
