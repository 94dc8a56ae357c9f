import { median } from './statistics.mjs';

/**
 * One line of the table.
 * @typedef {object} Metric
 * @property {string} name
 * @property {number} value the median of `runs`
 * @property {string} unit
 * @property {number[]} runs
 * @property {{ most: number } | { least: number } | null} target
 * @property {string} reference what to read the value beside
 */

/**
 * @param {string} name
 * @param {string} unit
 * @param {number | readonly number[]} measured one value, or one per run
 * @param {{ most?: number, least?: number, reference?: string }} [beside]
 * @returns {Metric}
 */
export function makeMetric(name, unit, measured, { most, least, reference = '' } = {}) {
  const runs = typeof measured === 'number' ? [measured] : [...measured];
  if (runs.length === 0 || runs.some((value) => !Number.isFinite(value)))
    throw new Error(`${name}: not a number in [${runs.join(', ')}]`);
  const target = most !== undefined ? { most } : least !== undefined ? { least } : null;
  return { name, unit, value: median(runs), runs, target, reference };
}

/** @param {Metric} metric @returns {boolean | undefined} undefined without a target */
export function meetsTarget({ target, value }) {
  if (!target) return undefined;
  return 'most' in target ? value <= target.most : value >= target.least;
}
