import 'server-only';

/**
 * Pages one after another; while one is used the next is read already.
 * @param read a page from its cursor on, the first without one
 */
export async function* readAhead<Page extends { nextCursor: string | null }>(
  read: (cursor: string | undefined) => Promise<Page>,
): AsyncGenerator<Page> {
  let reading = read(undefined);
  for (;;) {
    const page = await reading;
    if (page.nextCursor !== null) {
      reading = read(page.nextCursor);
      // It is waited for later, or never where nobody reads on.
      reading.catch(() => undefined);
    }
    yield page;
    if (page.nextCursor === null) return;
  }
}
