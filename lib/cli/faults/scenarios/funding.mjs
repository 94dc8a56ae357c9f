import {
  awaitStatus,
  closeGroup,
  followRun,
  fundGroup,
  makeGroup,
  patienceFor,
  startRun,
} from '../payments.mjs';
import { isFunding } from '../wire.mjs';
import { within } from '../within.mjs';

const moments = /** @type {const} */ (['before', 'applied', 'answered']);

/** The console is killed while a group is being paid, before Wise has it, before its answer, and right after. @type {import('../scenario.mjs').Scenario} */
export async function funding({ payments, say, stack }) {
  const [console_] = stack.consoles;
  if (!console_) throw new Error('no console');
  const person = await stack.signIn();
  const groups = [];
  const share = Math.ceil(payments.length / moments.length);
  for (const [index, moment] of moments.entries()) {
    const some = payments.slice(index * share, (index + 1) * share);
    if (some.length === 0) break;
    const group = await makeGroup(person, some);
    await startRun(person, group);
    await followRun(person, group, some.length);
    await closeGroup(person, group);
    say(`  killed while it pays: ${moment}`);
    const death = console_.wire.reach({ match: isFunding, moment, act: console_.kill });
    // Whoever asked gets no answer.
    const asked = fundGroup(person, group).catch(() => undefined);
    await within(Promise.all([death, asked]), patienceFor(some.length));
    await console_.start();
    const again = await fundGroup(person, group);
    if (again.body.code !== 'batch_funding_stands')
      throw new Error(`a second funding was answered ${again.status} ${JSON.stringify(again.body)}`);
    groups.push(group);
  }
  for (const group of groups) await awaitStatus(person, group, ['FUNDED'], patienceFor(payments.length));
  return { person, groups, disturbances: groups.length };
}
