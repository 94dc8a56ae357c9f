import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Fault } from '../project.mjs';

export const scenarioNames = /** @type {const} */ ([
  'kill',
  'upstream',
  'token',
  'people',
  'replica',
  'funding',
  'storm',
]);
const stores = /** @type {const} */ (['pglite', 'postgres']);
/** Wise takes no more in one group. */
const mostRows = 1000;
/** The emulator keeps little more, and what it has forgotten cannot be compared. */
const mostDeliveries = 10_000;

/** @typedef {typeof scenarioNames[number]} ScenarioName @typedef {typeof stores[number]} StoreKind */
/** @typedef {{ only: ScenarioName[], store: StoreKind, kills: number, rows: number, deliveries: number, seed: number, together: boolean }} FaultOptions */

const usual = { store: 'pglite', kills: 3, rows: 60, deliveries: 10_000 };
const usage = `Usage: npm run faults -- [options]

  --only NAMES      which scenarios, with commas between: ${scenarioNames.join(', ')}
                    (all; replica needs --store postgres)
  --store STORE     ${stores.join(' or ')} (${usual.store})
  --kills N         how often a console is killed (${usual.kills})
  --rows N          payments in the batch, ${mostRows} at most (${usual.rows})
  --deliveries N    webhooks of the storm (${usual.deliveries})
  --seed N          draws the same moments again (a new one each time)
  --together        the scenarios run at the same time, each on a stack of its own
  --help            these options`;

/**
 * @param {string[]} args
 * @returns {FaultOptions | { help: string }} `together`: the scenarios run at the same time, each on a stack of its own
 * @throws {Fault}
 */
export function readOptions(args) {
  const { deliveries, help, kills, only, rows, seed, store: asked, together } = parse(args);
  if (help) return { help: usage };
  const store = stores.find((kind) => kind === (asked ?? usual.store));
  if (!store) throw new Fault([`--store does not know "${asked}".`, usage]);
  const possible = scenarioNames.filter((name) => name !== 'replica' || store === 'postgres');
  const wanted = only?.split(',').map((name) => name.trim()) ?? possible;
  const unknown = wanted.find((name) => !scenarioNames.some((known) => known === name));
  if (unknown !== undefined) throw new Fault([`--only does not know "${unknown}".`, usage]);
  if (wanted.includes('replica') && store !== 'postgres')
    throw new Fault('replica needs --store postgres: the embedded store has one process.');
  return {
    only: possible.filter((name) => wanted.includes(name)),
    store,
    kills: wholeNumber('--kills', kills, usual.kills, 1000),
    rows: wholeNumber('--rows', rows, usual.rows, mostRows),
    deliveries: wholeNumber('--deliveries', deliveries, usual.deliveries, mostDeliveries),
    seed: wholeNumber('--seed', seed, randomInt(1, 2 ** 31), 2 ** 31),
    together: together ?? false,
  };
}

/** @param {string} name @param {string | undefined} text @param {number} fallback @param {number} most */
function wholeNumber(name, text, fallback, most) {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number;
  throw new Fault([`${name} is "${text}". Give a number from 1 to ${most}.`, usage]);
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        only: { type: 'string' },
        store: { type: 'string' },
        kills: { type: 'string' },
        rows: { type: 'string' },
        deliveries: { type: 'string' },
        seed: { type: 'string' },
        together: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new Fault([error instanceof Error ? error.message : String(error), usage]);
  }
}
