import { finish, makeGroup, patienceFor, startRun } from '../payments.mjs';
import { isOfRows, isTransfer } from '../wire.mjs';
import { within } from '../within.mjs';

/** Two consoles on one store share a run; one of them dies on the way and the other takes over what it had in hand. @type {import('../scenario.mjs').Scenario} */
export async function replica({ payments, random, say, stack }) {
  const [first, second] = stack.consoles;
  if (!first || !second) throw new Error('replica needs two consoles');
  const person = await stack.signIn();
  const group = await makeGroup(person, payments);
  // A console looks for work every two seconds: rows must be left by then.
  await stack.control('POST', 'settings', { latencyMs: 1000 });
  const moment = random.pick(['before', 'lost', 'applied', 'answered']);
  const nth = random.between(Math.ceil(payments.length / 4), Math.ceil(payments.length / 2));
  say(`  the second console dies at its call ${nth}, ${moment}`);
  const death = second.wire.reach({ match: isOfRows, nth, moment, act: second.kill });
  await startRun(person, group);
  await within(death, patienceFor(payments.length));
  await stack.control('POST', 'settings', { latencyMs: 0 });
  await finish(person, group, payments.length);
  say(`  transfers asked for: ${first.wire.count(isTransfer)} and ${second.wire.count(isTransfer)}`);
  return { person, groups: [group], disturbances: 1 };
}
