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

/** @typedef {typeof scenarioNames[number]} ScenarioName @typedef {typeof stores[number]} StoreKind */
/** @typedef {{ only: ScenarioName[], store: StoreKind, kills: number, rows: number, deliveries: number, seed: number, together: boolean }} FaultOptions */

const usage = `Usage: npm run faults -- [--only ${scenarioNames.join(',')}] [--store ${stores.join('|')}] [--kills N] [--rows N] [--deliveries N] [--seed N] [--together]`;

/**
 * @param {string[]} args
 * @returns {FaultOptions} `together`: the scenarios run at the same time, each on a stack of its own
 * @throws {Fault}
 */
export function readOptions(args) {
  const { deliveries, kills, only, rows, seed, store: asked, together } = parse(args);
  const store = stores.find((kind) => kind === (asked ?? 'pglite'));
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
    kills: wholeNumber('--kills', kills, 3, 1000),
    rows: wholeNumber('--rows', rows, 60, mostRows),
    deliveries: wholeNumber('--deliveries', deliveries, 10_000, 100_000),
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
      },
    }).values;
  } catch (error) {
    throw new Fault([error instanceof Error ? error.message : String(error), usage]);
  }
}
