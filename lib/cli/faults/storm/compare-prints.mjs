import { endOfPrints } from './events.mjs';

const explainedFaults = 3;

const prints = `
  select p.card_token, p.status, p.occurred_at, count(j.id)::int as jobs,
    (count(*) filter (where j.state = 'printing'))::int as open
  from productions p left join print_jobs j on j.card_token = p.card_token
  group by p.card_token`;
/** @typedef {{ card_token: string, status: string, occurred_at: Date | null, jobs: number, open: number }} PrintRow */

const told = `
  select d.occurred_at, d.outcome, d.attempts, d.body::json->'data'->>'status' as status
  from webhook_deliveries d where d.subject_id = $1 order by d.processed_at`;

/**
 * Each print is what was told last of its last attempt, with one job per attempt. No kiosk of the emulator's has these
 * cards, so no endpoint tells of them: the store is asked itself.
 * @param {import('../../left-store.mjs').LeftStore} store
 * @param {import('./events.mjs').Step[]} steps
 * @returns {Promise<string[]>}
 */
export async function comparePrints(store, steps) {
  const { attempts, ends } = endOfPrints(steps);
  /** @type {{ rows: PrintRow[] }} */
  const { rows } = await store.query(prints);
  const found = new Map(rows.map((row) => [row.card_token, row]));
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const explained = [];
  for (const [token, end] of ends) {
    const fault = faultOf(found.get(token), end, attempts.get(token)?.size ?? 0);
    if (fault === undefined) continue;
    faults.push(`print ${token} ${fault}`);
    if (faults.length <= explainedFaults) explained.push(...(await explain(store, token)));
  }
  return [...faults, ...explained];
}

/**
 * @param {PrintRow | undefined} row
 * @param {import('./events.mjs').PrintStep} end
 * @param {number} attempts
 */
function faultOf(row, end, attempts) {
  if (row?.status !== end.status || row.occurred_at?.toISOString() !== end.occurredAt)
    return `is ${row?.status} and should be ${end.status}`;
  if (row.jobs !== attempts) return `has ${row.jobs} jobs of ${attempts}`;
  if (row.open !== (end.status === 'IN_PROGRESS' ? 1 : 0))
    return `has ${row.open} open jobs at ${end.status}`;
  return undefined;
}

/** What came of it, in the order in which it was taken in. @param {import('../../left-store.mjs').LeftStore} store @param {string} token */
async function explain(store, token) {
  /** @type {{ rows: { occurred_at: Date | null, outcome: string | null, attempts: number, status: string }[] }} */
  const { rows } = await store.query(told, [token]);
  return rows.map(
    ({ attempts, occurred_at: at, outcome, status }) =>
      `  ${token}: ${status} of ${at?.toISOString()}: ${outcome}, tried ${attempts} times`,
  );
}
