import pg from 'pg';
import { z } from 'zod';
import { makeMetric } from './metric.mjs';
import { timeAnswer } from './timed-answers.mjs';
import { median } from './statistics.mjs';

/**
 * What any answer takes, beside which those of the archive are read.
 * @param {import('./console-stack.mjs').ConsoleStack} stack @param {string} cookie @param {number} times
 */
export async function measureFloor({ consoleUrl, databaseUrl }, cookie, times) {
  const taken = [];
  for (let run = 0; run < times; run++)
    taken.push((await timeAnswer(`${consoleUrl}/api/session`, cookie, z.unknown())).ms);
  const keys = databaseUrl === undefined ? [] : await timePrimaryKeys(databaseUrl, times);
  return makeMetric('  what any request takes', 'ms', taken, {
    reference: keys.length ? `one row by its primary key ${median(keys).toFixed(2)} ms, without HTTP` : '',
  });
}

/** How long the store itself takes to find one row that it is told the key of. @param {string} databaseUrl @param {number} times */
async function timePrimaryKeys(databaseUrl, times) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select created_at::text, transaction_id, profile_id from card_transactions order by transaction_id limit $1',
      [times],
    );
    const taken = [];
    for (const { created_at, profile_id, transaction_id } of rows) {
      const startedAt = performance.now();
      await client.query(
        'select * from card_transactions where created_at = $1 and transaction_id = $2 and profile_id = $3',
        [created_at, transaction_id, profile_id],
      );
      taken.push(performance.now() - startedAt);
    }
    return taken;
  } finally {
    await client.end();
  }
}
