import type { Reader } from '../../../auth/operator.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TransactionsSort } from '../../../../contracts/transactions.ts';
import { insertMany } from '../../../db/many-rows.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { ensureMonths } from '../archive/months.ts';
import { toldTransaction } from '../archive/test-support/told-transaction.ts';
import { toRow } from '../archive/to-row.ts';
import { conditionsFor, type TransactionFilters } from './conditions.ts';
import { findTransactions } from './find.ts';

const reader: Reader = { role: 'operator', flags: [], personId: '00000000-0000-4000-8000-000000000001' };
const firstDay = Date.parse('2026-06-01T00:00:00Z');
const hourMs = 3_600_000;
const count = 500;
/** The first in time, the smallest in value. */
const yen = ['0', '1', '2', '3', '4'];
let test: TestStore;

beforeAll(async () => {
  test = await openTestStore();
  const rows = Array.from({ length: count }, (_, place) => {
    const id = String(place);
    const createdAt = new Date(firstDay + place * hourMs).toISOString();
    const row = toRow(
      toldTransaction({ id, createdAt, step: '', state: 'COMPLETED', amount: id, second: 0 }),
    );
    if (!row) throw new Error('it has no time');
    return { ...row, currency: yen.includes(id) ? 'JPY' : 'GBP', billingCurrency: null, reportingAmount: id };
  });
  await ensureMonths(
    test.store,
    rows.map(({ createdAt }) => createdAt),
  );
  await insertMany(test.store.db, cardTransactions, rows);
  await test.store.executeSql('vacuum analyze card_transactions');
});
afterAll(() => test.drop());

/** As where much is found: page after page along the order. */
async function readAll(filters: TransactionFilters, sort: TransactionsSort, limit: number) {
  const { db } = test.store;
  const conditions = await conditionsFor(db, reader, 'all', filters);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await findTransactions(db, conditions, { sort, cursor, limit, isFew: false });
    seen.push(...page.rows.map(({ transactionId }) => transactionId));
    if (page.nextCursor === null) return seen;
    cursor = page.nextCursor;
  }
}
const downwards = [...yen].reverse();

it.each<[TransactionsSort, string[]]>([
  ['-billing', downwards],
  ['billing', yen],
  ['-created', downwards],
  ['created', yen],
  ['-id', downwards],
  ['id', yen],
])('finds all that lies at one end of the order, whichever end is read first: by %s', async (sort, found) => {
  expect(await readAll({ currency: ['JPY'] }, sort, 2)).toEqual(found);
  expect(await readAll({ currency: ['JPY'], amountTo: '300' }, sort, 2)).toEqual(found);
  expect(await readAll({ currency: ['JPY'], to: '2026-06-10T00:00:00Z' }, sort, 1)).toEqual(found);
});

it('reads pages of what lies everywhere without passing any twice', async () => {
  const all = await readAll({ currency: ['GBP', 'JPY'] }, '-billing', 40);
  expect(all).toEqual(Array.from({ length: count }, (_, place) => String(count - 1 - place)));
});
