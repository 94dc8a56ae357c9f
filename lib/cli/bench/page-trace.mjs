/** Beginning and ending to watch are tasks themselves, and no short ones. */
const edgeMicroseconds = 1_000_000;

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: { name?: string } }} TraceEvent */

/**
 * @param {import('playwright').Browser} browser @param {import('playwright').Page} page @param {string[]} categories
 * @returns {Promise<() => Promise<TraceEvent[]>>} ends it
 */
export async function startTrace(browser, page, categories) {
  await browser.startTracing(page, { categories: [...categories, '__metadata'] });
  await page.waitForTimeout(edgeMicroseconds / 1000);
  return async () => {
    await page.waitForTimeout(edgeMicroseconds / 1000);
    return JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  };
}

/** What happened on the page's main thread. @param {TraceEvent[]} events */
export function eventsOfPage(events) {
  const main = new Set(
    events
      .filter(({ args, name }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events.filter(({ pid, tid }) => main.has(`${pid} ${tid}`));
}

/** Its tasks but those of the beginning and the end. @param {TraceEvent[]} events */
export function tasksOfPage(events) {
  const tasks = eventsOfPage(events).filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'));
  const from = Math.min(...tasks.map(({ ts }) => ts)) + edgeMicroseconds;
  const until = Math.max(...tasks.map(({ ts }) => ts)) - edgeMicroseconds;
  const within = tasks.filter(({ ts }) => ts > from && ts < until);
  if (within.length === 0) throw new Error('the browser told of no task of the page');
  return within;
}
