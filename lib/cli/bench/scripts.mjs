import { gzipSync } from 'node:zlib';

/**
 * Keeps the scripts a page fetches, to weigh them by the same compression whatever the server used.
 * @param {import('playwright').Page} page
 */
export function collectScripts(page) {
  /** @type {Map<string, Promise<number>>} */
  const sizes = new Map();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body, { level: 9 }).length),
    );
  });
  return {
    /** @param {number} [before] only those asked for before that time, in ms since the navigation began */
    async weigh(before = Infinity) {
      const asked = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
      );
      const startOf = new Map(asked.map(({ name, startTime }) => [name, startTime]));
      let bytes = 0;
      for (const [url, size] of sizes) if ((startOf.get(url) ?? 0) < before) bytes += await size;
      return bytes / 1024;
    },
  };
}
