import { z } from 'zod';
import { describeAnswers, timeAnswer } from './timed-answers.mjs';
import { combinedFilters, singleFilters } from './transaction-filters.mjs';

/** @typedef {import('./transaction-filters.mjs').Query} Query */

const combinations = 60;
const pages = 10;
const wantedMs = 150;
const foundPage = z.object({ nextCursor: z.string().nullable() });

/**
 * First pages with their counts by one filter and by three, in several orders; then page after page of everything.
 * @param {import('./console-stack.mjs').ConsoleStack} stack @param {string} cookie @param {number} runs
 * @param {(line: string) => void} say
 */
export async function measureSearches({ consoleUrl }, cookie, runs, say) {
  const ask = (/** @type {Query} */ query) =>
    timeAnswer(`${consoleUrl}/api/transactions?${new URLSearchParams(query)}`, cookie, foundPage);
  const timeEach = async (/** @type {string} */ name, /** @type {Query[]} */ queries) => {
    say(`  ${queries.length} searches by ${name}, ${runs} times each`);
    const answers = [];
    for (const query of queries) {
      await ask(query);
      const what = String(new URLSearchParams(query));
      for (let run = 0; run < runs; run++) answers.push({ what, ms: (await ask(query)).ms });
    }
    return describeAnswers(`  ${name}`, answers, wantedMs);
  };
  const byValue = singleFilters().map((query) => ({ ...query, sort: '-billing' }));
  const metrics = [
    await timeEach('one filter, the newest first', singleFilters()),
    await timeEach('one filter, the largest value first', byValue),
    await timeEach('three filters, in any order', combinedFilters(combinations)),
  ];
  for (const sort of ['-created', '-billing', 'id']) {
    const answers = [];
    for (let run = 0; run < runs; run++)
      for (let page = 0, cursor = ''; page < pages; page++) {
        const { body, ms } = await ask({ sort, ...(cursor && { cursor }) });
        answers.push({ what: `page ${page + 1}`, ms });
        if (body.nextCursor === null) break;
        cursor = body.nextCursor;
      }
    metrics.push(describeAnswers(`  a page of everything, sorted by ${sort}`, answers, wantedMs));
  }
  return metrics;
}
