/**
 * Something that must happen sooner or later, or the scenario is none.
 * @template T @param {Promise<T>} work @param {number} limitMs
 * @returns {Promise<T>}
 */
export async function within(work, limitMs) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no such moment came within ${limitMs / 1000} s`)), limitMs);
  });
  try {
    return await Promise.race([work, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}
