/** @typedef {ReturnType<typeof createRandom>} Random */

/**
 * Draws the same again from the same seed (mulberry32), so that a run that failed can be run again.
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  /** @returns {number} from 0 up to 1 */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (/** @type {number} */ least, /** @type {number} */ most) =>
    least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    /** @template T @param {readonly [T, ...T[]]} items @returns {T} */
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    /** Whole numbers in rising order. @param {number} count @param {number} least @param {number} most */
    rising: (count, least, most) =>
      Array.from({ length: count }, () => between(least, most)).sort((a, b) => a - b),
  };
}
