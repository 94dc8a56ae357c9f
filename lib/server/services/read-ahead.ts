import 'server-only';

interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
}

/**
 * The rows of a list, page after page; while one is used the next is read already.
 * @param read a page from its cursor on, the first without one
 */
export async function* readAhead<Row>(
  read: (cursor: string | undefined) => Promise<Page<Row>>,
): AsyncGenerator<Row[]> {
  let reading = read(undefined);
  for (;;) {
    const page = await reading;
    if (page.nextCursor !== null) {
      reading = read(page.nextCursor);
      // It is waited for later, or never where nobody reads on.
      reading.catch(() => undefined);
    }
    yield page.items;
    if (page.nextCursor === null) return;
  }
}
