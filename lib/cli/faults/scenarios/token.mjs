import { finish, makeGroup, patienceFor, payer, startRun } from '../payments.mjs';
import { isOfRows } from '../wire.mjs';
import { within } from '../within.mjs';

const ends = 3;
const lifeSeconds = 3;

/** Access tokens end in the middle of the run: by themselves every few seconds, and at drawn moments before their time. @type {import('../scenario.mjs').Scenario} */
export async function token({ payments, random, stack }) {
  const { consoles, control } = stack;
  const [console_] = consoles;
  if (!console_) throw new Error('no console');
  const person = await stack.signIn();
  const group = await makeGroup(person, payments);
  const { items } = await control('GET', 'state/profiles');
  const { userId } = items.find((/** @type {any} */ { id }) => String(id) === payer);
  const revoke = () => control('PUT', `tokens/${userId}`, { revoke: 'access' });
  // Slow enough for a token to end while rows are on their way.
  await control('POST', 'settings', { tokenTtlSeconds: lifeSeconds, latencyMs: 250 });
  await revoke();
  const coming = random
    .rising(ends, 1, payments.length)
    .map((nth) => console_.wire.reach({ match: isOfRows, nth, moment: 'answered', act: revoke }));
  await startRun(person, group);
  await finish(person, group, payments.length);
  await within(Promise.all(coming), patienceFor(payments.length));
  return { person, groups: [group], disturbances: ends + 1 };
}
