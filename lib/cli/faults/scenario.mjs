import { readBefore, reckon } from './books.mjs';
import { finish, makeGroup, makePayments, startRun } from './payments.mjs';
import { createRandom } from './random.mjs';
import { funding } from './scenarios/funding.mjs';
import { kill } from './scenarios/kill.mjs';
import { people } from './scenarios/people.mjs';
import { replica } from './scenarios/replica.mjs';
import { token } from './scenarios/token.mjs';
import { upstream } from './scenarios/upstream.mjs';
import { startStack } from './stack.mjs';

/**
 * What a scenario gets. `payments`: what it pays, in as many groups as it likes. `kills`: for the one that kills.
 * @typedef {{ stack: import('./stack.mjs').Stack, payments: readonly import('./payments.mjs').Payment[], kills: number, random: import('./random.mjs').Random, say: (line: string) => void }} Circumstances
 */
/**
 * What it leaves behind. `paid`: the payments of `groups`, in their order, where not all were paid. `cancelled`: groups of
 * which nothing was paid.
 * @typedef {{ person: import('./payments.mjs').Person, groups: import('./payments.mjs').Group[], disturbances: number, paid?: import('./payments.mjs').Payment[], cancelled?: import('./payments.mjs').Group[] }} Ended
 */
/** @typedef {(circumstances: Circumstances) => Promise<Ended>} Scenario */
/** @typedef {{ name: string, disturbances: number, rows: number, seconds: number } & import('./books.mjs').Reckoning} Outcome */

/** @typedef {Exclude<import('./options.mjs').ScenarioName, 'storm'>} PaymentScenario those that disturb payments */
/** @type {Record<PaymentScenario, Scenario>} */
const scenarios = { kill, upstream, token, people, replica, funding };

/** @type {Scenario} */
async function nothingHappens({ payments, stack }) {
  const person = await stack.signIn();
  const group = await makeGroup(person, payments);
  await startRun(person, group);
  await finish(person, group, payments.length);
  return { person, groups: [group], disturbances: 0 };
}

/**
 * Runs one scenario on a stack of its own and reckons up what is there afterwards.
 * @param {PaymentScenario | 'undisturbed'} name
 * @param {{ options: import('./options.mjs').FaultOptions, serverUrl: string | undefined, undisturbed?: import('./books.mjs').EndState, say: (line: string) => void, running: Set<() => Promise<void>> }} context running: what must be stopped if everything is
 * @returns {Promise<Outcome>}
 */
export async function runScenario(name, { options, running, say, serverUrl, undisturbed }) {
  const { kills, rows, seed } = options;
  const startedAt = performance.now();
  say(`${name} …`);
  const stack = await startStack({
    name: `${name}-${options.store}`,
    serverUrl,
    consoles: name === 'replica' ? 2 : 1,
  });
  running.add(stack.stop);
  try {
    const payments = makePayments(rows);
    const before = await readBefore(stack);
    const scenario = name === 'undisturbed' ? nothingHappens : scenarios[name];
    const ended = await scenario({
      stack,
      payments,
      kills,
      random: createRandom(seed),
      say: (line) => say(`${name}:${line}`),
    });
    const reckoning = await reckon(stack, ended, { before, payments, undisturbed });
    const seconds = (performance.now() - startedAt) / 1000;
    return { name, disturbances: ended.disturbances, rows, seconds, ...reckoning };
  } finally {
    running.delete(stack.stop);
    await stack.stop();
  }
}
