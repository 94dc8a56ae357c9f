import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** Of the demo: a business with a balance in pounds. */
export const payer = '30000001';
const header =
  'name,sortCode,accountNumber,targetCurrency,amountCurrency,amount,paymentReference,receiverType';
/** Of so many rows one pays to the account of the row before: both must find one recipient. */
const pairEvery = 10;
/** So little that a thousand of them need nobody's approval. */
const mostPence = 800;
const lookEveryMs = 100;

/** @typedef {{ url: string, cookie: string }} Person a signed-in session */
/** @typedef {{ status: number, body: any }} Answer */
/** @typedef {{ index: number, account: string, amount: string }} Payment index: its place among all of the scenario */

/**
 * @param {number} count
 * @param {{ pairs?: boolean }} [options] pairs: some pay to the same account as the row before
 * @returns {Payment[]} the same every time
 */
export const makePayments = (count, { pairs = true } = {}) =>
  Array.from({ length: count }, (_, index) => {
    const payee = pairs && index % pairEvery === pairEvery - 1 ? index - 1 : index;
    const pence = 101 + ((index * 7919) % mostPence);
    return {
      index,
      account: String(60_000_001 + payee * 7),
      amount: `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`,
    };
  });

/** As a page sends a file. @param {readonly Payment[]} payments */
export const toFile = (payments) => Buffer.from(toCsv(payments)).toString('base64');

/** @param {readonly Payment[]} payments */
const toCsv = (payments) =>
  [
    header,
    ...payments.map(({ account, amount }, index) => {
      const name = `Payee ${[...account].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')} Holdings`;
      return `${name},040075,${account},GBP,target,${amount},INV ${index + 1},INSTITUTION`;
    }),
  ].join('\n');

/**
 * Asks the console as its pages do.
 * @param {Person} person @param {string} method @param {string} path @param {unknown} [body]
 * @returns {Promise<Answer>}
 */
export async function ask({ cookie, url }, method, path, body) {
  const isWrite = method !== 'GET';
  const reply = await fetch(`${url}/api/${path}`, {
    method,
    headers: {
      cookie,
      ...(isWrite && { 'content-type': 'application/json', origin: url, 'idempotency-key': randomUUID() }),
    },
    ...(isWrite && { body: JSON.stringify(body ?? {}) }),
  });
  const text = await reply.text();
  return { status: reply.status, body: text === '' ? null : JSON.parse(text) };
}

/** @param {Person} person @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} @throws for anything but a success */
export async function askOrThrow(person, method, path, body) {
  const answer = await ask(person, method, path, body);
  if (answer.status < 300) return answer.body;
  throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 400)}`);
}

/** A group of payments as a person works with it. @typedef {ReturnType<typeof openGroup>} Group */

/** @param {string} groupId */
const openGroup = (groupId) => {
  const path = `profiles/${payer}/batch-groups/${groupId}`;
  return {
    id: groupId,
    read: (/** @type {Person} */ person) => askOrThrow(person, 'GET', path),
    readRows: async (/** @type {Person} */ person) => (await askOrThrow(person, 'GET', `${path}/rows`)).items,
    readFunding: (/** @type {Person} */ person) => askOrThrow(person, 'GET', `${path}/funding`),
    /** @param {Person} person @param {'run' | 'complete' | 'funding' | 'cancel'} act @param {unknown} body */
    act: (person, act, body) => ask(person, 'POST', `${path}/${act}`, body),
  };
};

/**
 * A new group with its rows in it, none of them sent.
 * @param {Person} person @param {readonly Payment[]} payments @param {string} [name] @param {number} [heldBack] so many of them have a fault
 * @returns {Promise<Group>}
 */
export async function makeGroup(person, payments, name = `Faults ${randomUUID().slice(0, 8)}`, heldBack = 0) {
  const { id, version } = await askOrThrow(person, 'POST', 'batch-groups', {
    profileId: payer,
    name,
    sourceCurrency: 'GBP',
  });
  const added = await askOrThrow(person, 'POST', `profiles/${payer}/batch-groups/${id}/rows`, {
    version,
    content: toFile(payments),
  });
  if (added.kind !== 'added' || added.group.rows.waiting !== payments.length - heldBack)
    throw new Error(`the rows were not taken: ${JSON.stringify(added.group?.rows ?? added)}`);
  return openGroup(id);
}

/**
 * Looks until the group is in one of these states.
 * @param {Person} person @param {Group} group @param {readonly string[]} statuses @param {number} limitMs
 * @returns {Promise<any>} the group then
 */
export async function awaitStatus(person, group, statuses, limitMs) {
  const until = Date.now() + limitMs;
  for (;;) {
    const seen = await group.read(person);
    if (statuses.includes(seen.status)) return seen;
    if (Date.now() > until)
      throw new Error(
        `not ${statuses.join(' or ')} after ${limitMs / 1000} s, but ${seen.status} (${seen.stopCode}): ${JSON.stringify(seen.rows)}`,
      );
    await wait(lookEveryMs);
  }
}

/** @param {number} rows */
export const patienceFor = (rows) => 300_000 + rows * 1000;

/** @param {Person} person @param {Group} group */
export async function startRun(person, group) {
  const { version } = await group.read(person);
  const { body, status } = await group.act(person, 'run', { version });
  if (status >= 300) throw new Error(`run: ${status} ${JSON.stringify(body)}`);
}

/** No row is being sent, whatever is left to be done. */
export const stillStatuses = ['READY_TO_CLOSE', 'ROWS_TO_MEND', 'ROWS_TO_SEND', 'PAUSED'];

/**
 * As somebody does who looks at the page: goes on where it stands still, until every row has come to its end.
 * @param {Person} person @param {Group} group @param {number} rows
 */
export async function followRun(person, group, rows) {
  const limitMs = patienceFor(rows);
  const until = Date.now() + limitMs;
  for (;;) {
    const seen = await awaitStatus(person, group, stillStatuses, until - Date.now());
    if (seen.status !== 'PAUSED' && seen.rows.refused === 0) return;
    await startRun(person, group);
  }
}

/** As often as this somebody tries again what Wise left unanswered. */
const mostTries = 20;
const passingCodes = [
  'outcome_unknown',
  'wise_unavailable',
  'wise_rate_limited',
  'batch_changed_at_wise',
  'conflict',
];

/** Closes it: looks again and tries again where Wise gave no answer. @param {Person} person @param {Group} group */
export async function closeGroup(person, group) {
  for (let tries = 1; ; tries++) {
    const { status, wiseVersion } = await group.read(person);
    if (status === 'CLOSED') return;
    const answer = await group.act(person, 'complete', { wiseVersion });
    if (answer.status < 300) return;
    if (!passingCodes.includes(answer.body.code) || tries === mostTries)
      throw new Error(`complete: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** @param {Person} person @param {Group} group */
export const fundGroup = async (person, group) =>
  group.act(person, 'funding', { total: (await group.readFunding(person)).total });

/** Sends, closes and pays a group with nothing in the way but what the caller put there. @param {Person} person @param {Group} group @param {number} rows */
export async function finish(person, group, rows) {
  await followRun(person, group, rows);
  await closeGroup(person, group);
  await fundAndConfirm(person, group, rows);
}

/** @param {Person} person @param {Group} group @param {number} rows */
export async function fundAndConfirm(person, group, rows) {
  const { body, status } = await fundGroup(person, group);
  if (status >= 300 && body.code !== 'outcome_unknown')
    throw new Error(`funding: ${status} ${JSON.stringify(body)}`);
  await awaitStatus(person, group, ['FUNDED'], patienceFor(rows));
}
