import { setTimeout as wait } from 'node:timers/promises';
import { readTreeMemory } from './memory.mjs';
import { makeMetric } from './metric.mjs';

/** What one file holds. */
const mostExported = 100_000;
const dayMs = 86_400_000;
/** Looking stops whoever takes the rows for a while. */
const betweenLooksMs = 1000;

/**
 * One file with as many rows as it may hold, and what the console grows by meanwhile.
 * @param {import('./console-stack.mjs').ConsoleStack} stack
 * @param {string} cookie
 * @param {number} count of transactions in the archive, which lie evenly over a year
 * @param {(line: string) => void} say
 */
export async function measureExport({ consoleUrl, pid }, cookie, count, say) {
  say('  an export');
  const share = Math.min(1, (0.95 * mostExported) / count);
  const from = new Date(Date.now() - share * 365 * dayMs).toISOString();
  const query = new URLSearchParams({ reason: 'reporting', ...(share < 1 && { from }) });
  const before = readTreeMemory(pid);
  let most = before;
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      most = Math.max(most, readTreeMemory(pid));
      await wait(betweenLooksMs);
    }
  })();
  const startedAt = performance.now();
  let lines = 0;
  let endedAt = startedAt;
  try {
    const reply = await fetch(`${consoleUrl}/api/transactions/export.csv?${query}`, { headers: { cookie } });
    if (!reply.ok || !reply.body) throw new Error(`the export answered ${reply.status}`);
    for await (const chunk of reply.body) for (const byte of chunk) if (byte === 10) lines += 1;
    endedAt = performance.now();
  } finally {
    isOver = true;
    await watch;
  }
  const seconds = (endedAt - startedAt) / 1000;
  const rows = lines - 1;
  if (rows < Math.min(count, mostExported) * 0.9) throw new Error(`the export held ${rows} rows`);
  return [
    makeMetric('  export', 'rows/s', rows / seconds, {
      reference: `${rows} rows in ${seconds.toFixed(1)} s`,
    }),
    makeMetric('  memory the console grew by meanwhile', 'MB', (most - before) / 1e6, {
      reference: `from ${(before / 1e6).toFixed(0)}`,
    }),
  ];
}
