import { finish, makeGroup, patienceFor, startRun } from '../payments.mjs';
import { isOfRows } from '../wire.mjs';
import { within } from '../within.mjs';

/** What a row asks of Wise at least: a quote and a transfer. Later than this the run may be over before a moment comes. */
const callsPerRow = 2;

/** The console is killed at drawn moments of the run; each start goes on by itself. @type {import('../scenario.mjs').Scenario} */
export async function kill({ kills, payments, random, say, stack }) {
  const [console_] = stack.consoles;
  if (!console_) throw new Error('no console');
  const person = await stack.signIn();
  const group = await makeGroup(person, payments);
  const moments = random.rising(kills, 1, payments.length * callsPerRow);
  /** @param {number} index */
  const killAt = (index) => {
    const wanted = moments[index] ?? 1;
    const moment = random.pick(['before', 'lost', 'applied', 'answered']);
    say(`  kill ${index + 1}: call ${wanted}, ${moment}`);
    const nth = Math.max(1, wanted - console_.wire.count(isOfRows));
    return console_.wire.reach({ match: isOfRows, nth, moment, act: console_.kill });
  };
  let next = killAt(0);
  await startRun(person, group);
  for (let index = 0; index < kills; index++) {
    await within(next, patienceFor(payments.length));
    // Watched for before the start: the run goes on while the console comes up.
    if (index + 1 < kills) next = killAt(index + 1);
    await console_.start().catch((error) => {
      // Killed again before it was ready.
      if (index + 1 >= kills) throw error;
    });
  }
  await finish(person, group, payments.length);
  return { person, groups: [group], disturbances: kills };
}
