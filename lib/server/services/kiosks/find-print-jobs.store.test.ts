import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printJobs } from '../../db/schema/kiosks.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { writeCursor } from '../keyset.ts';
import { findPrintJobs } from './find-print-jobs.ts';

const at = (moment: string) => sql`${moment}::timestamptz`;
const idOf = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

describe('findPrintJobs', () => {
  let test: TestStore;
  const page = (cursor: string | undefined, limit = 1) =>
    findPrintJobs(test.store.db, 'all', {}, { cursor, limit });
  /** Card tokens in the order of the list, read page by page. */
  async function readPages(limit: number): Promise<string[]> {
    const found: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { items, nextCursor } = await page(cursor, limit);
      found.push(...items.map(({ cardToken }) => cardToken));
      if (nextCursor === null) return found;
      cursor = nextCursor;
    }
  }

  beforeAll(async () => {
    test = await openTestStore();
    const job = (digit: number, cardToken: string, moment: string) => ({
      id: idOf(digit),
      cardToken,
      profileId: '1',
      kioskId: 'WIS00001',
      state: 'printed',
      createdAt: at(moment),
    });
    await test.store.db
      .insert(printJobs)
      .values([
        job(4, 'first of the second', '2026-11-20 10:00:00.123456Z'),
        job(1, 'a microsecond later', '2026-11-20 10:00:00.123457Z'),
        job(2, 'same moment, lower id', '2026-11-20 10:00:00.5Z'),
        job(3, 'same moment, higher id', '2026-11-20 10:00:00.5Z'),
        job(5, 'the day before', '2026-11-19 23:59:59.999999Z'),
      ]);
  });
  afterAll(() => test.drop());

  it.each([1, 2, 5])(
    'pages of %i go through jobs of the same second newest first, each once',
    async (limit) => {
      expect(await readPages(limit)).toEqual([
        'same moment, higher id',
        'same moment, lower id',
        'a microsecond later',
        'first of the second',
        'the day before',
      ]);
    },
  );

  it.each(['yesterday', '2026-13-45T10:00:00.000000Z', '2026-11-20T10:00:00Z'])(
    'refuses a cursor that holds %s',
    async (held) => {
      await expect(page(writeCursor(held, idOf(1)))).rejects.toMatchObject({ code: 'validation_failed' });
    },
  );
});
