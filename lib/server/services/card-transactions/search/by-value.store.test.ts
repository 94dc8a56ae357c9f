import Big from 'big.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reader } from '../../../auth/operator.ts';
import { insertMany, updateMany } from '../../../db/many-rows.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { seededDraws } from '../archive/test-support/many-transactions.ts';
import { ensureMonths } from '../archive/months.ts';
import { toldTransaction } from '../archive/test-support/told-transaction.ts';
import { toRow } from '../archive/to-row.ts';
import { gatherByValue } from './by-value.ts';
import { conditionsFor, type TransactionFilters } from './conditions.ts';
import { orderOf, writeCursor } from './order.ts';

const reader: Reader = { role: 'operator', flags: [], personId: '00000000-0000-4000-8000-000000000001' };
const firstDay = Date.parse('2026-06-01T00:00:00Z');
const hourMs = 3_600_000;
const count = 200;
const currencies = ['GBP', 'EUR', 'JPY'];
const draw = seededDraws(20_261_123);
const drawOf = (below: number) => Math.floor(draw() * below);

/** Of any magnitude, beyond the first and the last band too; often one that others have as well. */
function drawValue(): string | null {
  const kind = drawOf(20);
  if (kind < 2) return null;
  if (kind < 4) return '0';
  if (kind < 6) return (-drawOf(50)).toFixed(2);
  if (kind < 8) return String(10 ** drawOf(4));
  return new Big(drawOf(9999) + 1).times(new Big(10).pow(drawOf(18) - 8)).toFixed();
}

interface Valued {
  createdAt: Date;
  transactionId: string;
  profileId: string;
  currency: string;
  reportingAmount: string | null;
}
const values: Valued[] = Array.from({ length: count }, (_, place) => ({
  createdAt: new Date(firstDay + place * 8 * hourMs),
  // The same number of two profiles is another transaction.
  transactionId: String(1 + Math.floor(place / 2)),
  profileId: String(7 + (place % 2)),
  currency: currencies[drawOf(currencies.length)] ?? 'GBP',
  reportingAmount: drawValue(),
}));
let test: TestStore;

beforeAll(async () => {
  test = await openTestStore();
  const rows = values.map((value) => {
    const id = value.transactionId;
    const createdAt = value.createdAt.toISOString();
    const row = toRow(
      toldTransaction({ id, createdAt, step: '', state: 'COMPLETED', amount: '1', second: 0 }),
    );
    if (!row) throw new Error('it has no time');
    return { ...row, ...value, billingCurrency: null };
  });
  await ensureMonths(
    test.store,
    rows.map(({ createdAt }) => createdAt),
  );
  await insertMany(test.store.db, cardTransactions, rows);
  // As it is found by: what the index has not sorted in yet is looked through for each band.
  await test.store.executeSql('vacuum analyze card_transactions');
});
afterAll(() => test.drop());

type ByValue = 'billing' | '-billing';
const nameOf = ({ transactionId, profileId }: Pick<Valued, 'transactionId' | 'profileId'>) =>
  `${transactionId} of ${profileId}`;

async function readAll(filters: TransactionFilters, sort: ByValue, limit: number): Promise<string[]> {
  const { db } = test.store;
  const conditions = await conditionsFor(db, reader, 'all', filters);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { bands, ...order } = orderOf(sort, cursor);
    if (!bands) throw new Error('it has no bands');
    const page = await gatherByValue(db, conditions, { ...order, bands }, limit);
    expect(page.length).toBeLessThanOrEqual(limit);
    seen.push(...page.map(nameOf));
    const last = page.at(-1);
    if (page.length < limit || !last) return seen;
    cursor = writeCursor(sort, last);
  }
}

/** What has no value last, whichever way; one value by id and profile. */
function sortPlainly(rows: readonly Valued[], sort: ByValue): string[] {
  const turn = sort === 'billing' ? 1 : -1;
  const compare = (one: Valued, other: Valued): number => {
    const hasNone = Number(one.reportingAmount === null) - Number(other.reportingAmount === null);
    if (hasNone !== 0) return hasNone;
    const byValue = new Big(one.reportingAmount ?? 0).cmp(other.reportingAmount ?? 0);
    const byId = Number(one.transactionId) - Number(other.transactionId);
    return turn * (byValue || byId || Number(one.profileId) - Number(other.profileId));
  };
  return rows.toSorted(compare).map(nameOf);
}

const isBetween = ({ reportingAmount }: Valued, from: string, to: string) =>
  reportingAmount !== null && new Big(reportingAmount).gte(from) && new Big(reportingAmount).lte(to);
const asked: [TransactionFilters, (row: Valued) => boolean][] = [
  [{ currency: ['EUR'] }, ({ currency }) => currency === 'EUR'],
  [{ currency: ['JPY', 'GBP'], profileId: ['8'] }, (row) => row.currency !== 'EUR' && row.profileId === '8'],
  [
    { currency: ['GBP'], amountFrom: '-3', amountTo: '1000' },
    (row) => row.currency === 'GBP' && isBetween(row, '-3', '1000'),
  ],
  [
    { currency: ['JPY'], from: '2026-06-20T00:00:00Z', to: '2026-07-20T00:00:00Z' },
    ({ createdAt, currency }) =>
      currency === 'JPY' && createdAt >= new Date('2026-06-20') && createdAt < new Date('2026-07-20'),
  ],
  [{ hour: [0, 4, 8] }, ({ createdAt }) => createdAt.getUTCHours() < 9],
];
const everyWay = (['-billing', 'billing'] as const).flatMap((sort) =>
  asked.map(([filters, isFound]) => [filters, sort, isFound] as const),
);

it.each(everyWay)('finds %j sorted by %s, page after page', async (filters, sort, isFound) => {
  const sorted = sortPlainly(values.filter(isFound), sort);
  expect(await readAll(filters, sort, 7)).toEqual(sorted);
  expect(await readAll(filters, sort, count)).toEqual(sorted);
});

it('finds what lies close together one by one', async () => {
  const isFound = ({ currency, createdAt }: Valued) =>
    currency === 'GBP' && createdAt < new Date('2026-06-15');
  const filters = { currency: ['GBP'], to: '2026-06-15T00:00:00Z' };
  expect(await readAll(filters, '-billing', 1)).toEqual(sortPlainly(values.filter(isFound), '-billing'));
});

it('finds what is valued otherwise by then at its new place', async () => {
  const isFound = ({ currency }: Valued) => currency === 'EUR';
  const valued = values.map((row) => (isFound(row) ? { ...row, reportingAmount: drawValue() } : row));
  await updateMany(
    test.store.db,
    cardTransactions,
    ['createdAt', 'transactionId', 'profileId'],
    valued.filter(isFound),
  );
  const sorted = sortPlainly(valued.filter(isFound), '-billing');
  expect(await readAll({ currency: ['EUR'] }, '-billing', 10)).toEqual(sorted);
});
