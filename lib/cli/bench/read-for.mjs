import { setTimeout as wait } from 'node:timers/promises';
import { readJson } from './wise-token.mjs';

export const readEveryMs = 50;

/**
 * Somebody reads the same thing again and again, whatever else goes on.
 * @param {string} url @param {Record<string, string>} headers
 * @param {() => Promise<boolean>} isDone @param {number} atLeastMs @param {number} [everyMs]
 * @returns {Promise<number[]>} how long each reading took, in milliseconds
 */
export async function readFor(url, headers, isDone, atLeastMs, everyMs = readEveryMs) {
  /** @type {number[]} */
  const times = [];
  /** @type {Promise<void>[]} */
  const reading = [];
  const begin = performance.now();
  for (;;) {
    const startedAt = performance.now();
    reading.push(
      readJson(url, { headers }).then(() => {
        times.push(performance.now() - startedAt);
      }),
    );
    await wait(everyMs);
    // Asked now and then only: it is a reading too.
    const mayEnd = performance.now() - begin >= atLeastMs && reading.length % 10 === 0;
    if (mayEnd && (await isDone())) break;
  }
  await Promise.all(reading);
  return times;
}
