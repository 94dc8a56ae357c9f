import { closeGroup, followRun, fundAndConfirm, makeGroup, patienceFor, startRun } from '../payments.mjs';
import { isFunding, isOfRows } from '../wire.mjs';
import { within } from '../within.mjs';

const money = 'accounts|quotes|transfers|batch-groups';
/** A job gives up on a call after 20 s; what this one does comes after that. */
const slowMs = 23_000;
const bursts = 3;

/** Wise answers 500, cuts what it has done, turns away in bursts and is too slow, all at once. @type {import('../scenario.mjs').Scenario} */
export async function upstream({ payments, random, stack }) {
  const { consoles, control } = stack;
  const [console_] = consoles;
  if (!console_) throw new Error('no console');
  const person = await stack.signIn();
  const group = await makeGroup(person, payments);
  for (const rule of [
    { rate: 0.05, status: 500 },
    { rate: 0.05, dropAfterApply: true },
    { rate: 0.02, delayMs: slowMs },
  ])
    await control('POST', 'faults', { match: { path: money }, ...rule });
  const burst = () => control('POST', 'faults', { match: { path: money }, times: 15, status: 429 });
  const coming = random
    .rising(bursts, 1, payments.length)
    .map((nth) => console_.wire.reach({ match: isOfRows, nth, moment: 'answered', act: burst }));
  await startRun(person, group);
  await followRun(person, group, payments.length);
  await within(Promise.all(coming), patienceFor(payments.length));
  await closeGroup(person, group);
  const { items } = await control('GET', 'faults');
  await control('DELETE', 'faults');
  // Paying has no key: of all that may happen to it, this is what looks most like nothing.
  const lost = console_.wire.reach({ match: isFunding, moment: 'applied', act: async () => {} });
  await fundAndConfirm(person, group, payments.length);
  await within(lost, patienceFor(payments.length));
  const struck = items.reduce((/** @type {number} */ total, /** @type {any} */ one) => total + one.struck, 1);
  return { person, groups: [group], disturbances: struck };
}
