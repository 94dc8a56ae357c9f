import { awaitStatus, followRun, fundGroup, makeGroup, patienceFor, startRun } from '../payments.mjs';
import { isFunding } from '../wire.mjs';
import { within } from '../within.mjs';

const rounds = 6;
const sessionsEach = 2;

/**
 * Two people in several sessions each close a group at once; then, at once, they pay it and cancel it. One of both wins, and
 * nothing is in between. @type {import('../scenario.mjs').Scenario}
 */
export async function people({ payments, random, say, stack }) {
  const [console_] = stack.consoles;
  if (!console_) throw new Error('no console');
  const sessions = await Promise.all(
    ['operator@example.com', 'operator2@example.com'].flatMap((email) =>
      Array.from({ length: sessionsEach }, () => stack.signIn(email)),
    ),
  );
  const [person] = sessions;
  if (!person) throw new Error('nobody');
  /** @type {import('../payments.mjs').Group[]} */
  const groups = [];
  /** @type {import('../payments.mjs').Group[]} */
  const cancelled = [];
  /** @type {import('../payments.mjs').Payment[]} */
  const paid = [];
  const share = Math.ceil(payments.length / rounds);
  for (let round = 0; round < rounds; round++) {
    const some = payments.slice(round * share, (round + 1) * share);
    if (some.length === 0) break;
    const name = `People ${round + 1} ${random.between(1, 1e6)}`;
    const group = await makeGroup(person, some, name);
    await startRun(person, group);
    await followRun(person, group, some.length);
    const { wiseVersion } = await group.read(person);
    await Promise.all(sessions.map((one) => group.act(one, 'complete', { wiseVersion })));
    await awaitStatus(person, group, ['CLOSED'], patienceFor(some.length));
    const pay = () => Promise.all(sessions.map((one) => fundGroup(one, group)));
    const cancel = () =>
      Promise.all(sessions.map((one) => group.act(one, 'cancel', { name, reason: 'two at once' })));
    // Cancelling has less to look at and comes first by itself; every other time it comes once a funding is on its way.
    const acts = round % 2 === 0 ? [pay(), cancel()] : [pay(), whenFundingLeaves(console_.wire, cancel)];
    const answers = (await within(Promise.all(acts), patienceFor(some.length))).flat();
    const done = answers.filter(({ status }) => status < 300).length;
    if (done === 0)
      throw new Error(`nobody got through: ${JSON.stringify(answers.map(({ body }) => body.code))}`);
    const { status } = await awaitStatus(person, group, ['FUNDED', 'CANCELLED'], patienceFor(some.length));
    say(`  group ${round + 1}: ${status}`);
    if (status === 'FUNDED') {
      groups.push(group);
      paid.push(...some);
    } else {
      await checkCancelled(stack, person, group);
      cancelled.push(group);
    }
  }
  return { person, groups, cancelled, paid, disturbances: rounds * sessions.length * 3 };
}

/** @template T @param {import('../wire.mjs').Wire} wire @param {() => Promise<T>} act @returns {Promise<T>} */
async function whenFundingLeaves(wire, act) {
  /** @type {Promise<T> | undefined} */
  let begun;
  await wire.reach({
    match: isFunding,
    moment: 'before',
    act: async () => {
      begun = act();
    },
  });
  return begun ?? act();
}

/** @param {import('../stack.mjs').Stack} stack @param {import('../payments.mjs').Person} person @param {import('../payments.mjs').Group} group */
async function checkCancelled({ control }, person, group) {
  const rows = await group.readRows(person);
  const { items } = await control('GET', 'state/transfers');
  for (const { rowNumber, transferId, transferStatus } of rows) {
    const transfer = items.find((/** @type {any} */ { id }) => String(id) === transferId);
    if (transferStatus !== 'cancelled' || transfer?.status !== 'cancelled' || transfer.payment)
      throw new Error(
        `row ${rowNumber} of a cancelled group is ${transferStatus}, at Wise ${transfer?.status}`,
      );
  }
}
