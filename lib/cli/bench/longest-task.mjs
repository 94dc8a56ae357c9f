import { startTrace, tasksOfPage } from './page-trace.mjs';

/**
 * Watches the page's main thread. What a task takes of the processor is the page's own, however busy the machine is; how
 * long somebody waits for it is not.
 * @param {import('playwright').Browser} browser @param {import('playwright').Page} page
 * @returns {Promise<() => Promise<number>>} ends it: the processor time of the longest task, in milliseconds
 */
export async function watchTasks(browser, page) {
  const endTrace = await startTrace(browser, page, ['toplevel']);
  return async () => {
    const times = tasksOfPage(await endTrace()).map(({ tdur = 0 }) => tdur);
    return Math.max(...times) / 1000;
  };
}
