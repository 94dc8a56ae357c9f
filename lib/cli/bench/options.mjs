import { parseArgs } from 'node:util';
import { Fault } from '../project.mjs';

export const parts = /** @type {const} */ ([
  'cards-page',
  'lighthouse',
  'answers',
  'proxy',
  'memory',
  'bulk',
  'reveals',
  'batch',
  'batch-grid',
  'webhooks',
  'streams',
  'board',
  'transactions',
  'backfill',
]);
export const stores = /** @type {const} */ (['pglite', 'postgres']);

/** @typedef {typeof parts[number]} Part @typedef {typeof stores[number]} StoreKind */
/** @typedef {{ only: Set<Part>, stores: readonly StoreKind[], isQuick: boolean, runs: number, lighthouseRuns: number, warmUpSeconds: number, loadSeconds: number, loadRounds: number }} BenchOptions */

const usage = `Usage: npm run bench -- [--only ${parts.join(',')}] [--store ${stores.join('|')}]`;

/**
 * @param {string[]} args
 * @param {string | undefined} quick BENCH_QUICK: not for figures that are kept, only to try the bench itself
 * @returns {BenchOptions}
 */
export function readOptions(args, quick) {
  const { only, store } = parse(args);
  const wanted = only?.split(',').map((name) => name.trim()) ?? [...parts];
  const unknown = wanted.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new Fault([`--only does not know "${unknown}".`, usage]);
  if (store !== undefined && !stores.some((kind) => kind === store))
    throw new Fault([`--store does not know "${store}".`, usage]);
  const isQuick = Boolean(quick) && quick !== '0';
  return {
    only: new Set(parts.filter((part) => wanted.includes(part))),
    stores: stores.filter((kind) => store === undefined || kind === store),
    isQuick,
    runs: isQuick ? 1 : 5,
    lighthouseRuns: isQuick ? 1 : 3,
    warmUpSeconds: isQuick ? 1 : 5,
    loadSeconds: isQuick ? 2 : 10,
    loadRounds: isQuick ? 1 : 3,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: { only: { type: 'string' }, store: { type: 'string' } } }).values;
  } catch (error) {
    throw new Fault([error instanceof Error ? error.message : String(error), usage]);
  }
}
