import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reader } from '../../auth/operator.ts';
import type { WiseCard } from '../../../contracts/cards.ts';
import type { NumbersRow, Outcomes } from '../../../contracts/transaction-numbers.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { transactionCounts } from '../../db/schema/transaction-counts.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { addConnectedProfile, addProfile } from '../../db/test-support/add-profile.ts';
import { keepTransactions } from '../card-transactions/archive/keep-transactions.ts';
import { lockCards } from '../card-transactions/archive/second-try.ts';
import { scrubCards } from '../card-transactions/archive/scrub-card.ts';
import { type Told, toldTransaction } from '../card-transactions/archive/test-support/told-transaction.ts';
import { listArchivedTransactions } from '../card-transactions/search/list.ts';
import type { TransactionFilters } from '../card-transactions/search/conditions.ts';
import { storeCards } from '../card-index.ts';
import { foldCounts } from './fold-counts.ts';
import { readNumbers } from './read-numbers.ts';

let test: TestStore;
const operator: Reader = { role: 'operator', flags: [], personId: '00000000-0000-4000-8000-000000000001' };
const compliance: Reader = { ...operator, role: 'compliance' };

beforeAll(async () => {
  test = await openTestStore();
  await addConnectedProfile(test.store.db, { id: '7' });
  await addProfile(test.store.db, { id: '8', userId: '7', type: 'BUSINESS', name: 'Quay Ltd' });
});
afterAll(() => test.drop());

const tokens = ['a', 'b', 'c'] as const;
const profileOf = (token: string) => (token === 'c' ? '8' : '7');
const programmes = ['VISA_DEBIT', 'VISA_BUSINESS'];
let lastChange = Date.parse('2026-01-01T00:00:00Z');
const card = (token: string, programme: string): WiseCard => ({
  token,
  profileId: profileOf(token),
  status: { value: 'ACTIVE' },
  cardHolderName: null,
  expiryDate: null,
  lastFourDigits: '4417',
  bankIdentificationNumber: null,
  phoneNumber: null,
  cardProgram: { name: programme, scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' },
  unlockSpendingPermissions: 'NONE',
  creationTime: '2025-01-01T00:00:00Z',
  modificationTime: new Date((lastChange += 1000)).toISOString(),
});

const noon = Date.parse('2026-11-20T12:00:00Z');
const reasons = [
  'CARD_FROZEN',
  'INCORRECT_PIN',
  'CONTACTLESS_PIN_ENTRY_REQUIRED',
  'SUSPECTED_FRAUD_AML',
  'UNEXPECTED_ERROR',
  'A_CODE_OF_TOMORROW',
  null,
];
/** One thing that happens to the archive; what a payment is made of follows from its number, as it would at Wise. */
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('told' as const),
      payment: fc.nat(11),
      state: fc.constantFrom('DECLINED', 'IN_PROGRESS', 'CANCELLED', 'COMPLETED', 'PONDERED'),
      second: fc.integer({ min: 0, max: 9000 }),
      reason: fc.constantFrom(...reasons),
      merchant: fc.constantFrom('Corner Shop', null),
    }),
  },
  fc.record({
    kind: fc.constant('card' as const),
    token: fc.constantFrom(...tokens),
    programme: fc.constantFrom(...programmes),
  }),
  fc.record({ kind: fc.constantFrom('purge' as const, 'erase' as const), token: fc.constantFrom(...tokens) }),
  fc.record({ kind: fc.constant('fold' as const) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;
const types = ['ECOM_PURCHASE', 'CASH_WITHDRAWAL', 'REFUND', 'POS_PURCHASE'];
const tokenOf = (payment: number) => tokens[payment % tokens.length] ?? 'a';
const toTold = ({
  payment,
  ...told
}: { payment: number } & Pick<Told, 'state' | 'second' | 'reason' | 'merchant'>): Told => ({
  ...told,
  id: String(500 + payment),
  step: 'AUTH',
  amount: '5.00',
  cardToken: tokenOf(payment),
  profileId: profileOf(tokenOf(payment)),
  type: types[payment % types.length] ?? '',
  // About a day before and a day after a midnight of most zones, an hour and some minutes apart.
  createdAt: new Date(noon + (payment - 6) * 229 * 60_000 * (payment % 2 ? 1 : 0.25)).toISOString(),
  reason: told.state === 'DECLINED' ? (told.reason ?? null) : null,
});

const wholeDay = { from: '2026-11-20', until: '2026-11-20', programme: undefined, profileId: undefined };
const zones = ['UTC', 'Europe/London', 'Asia/Kathmandu', 'America/St_Johns'];

/** Every number is that of the rows its link opens, for either reader and in any zone. */
async function expectTrue(reader: Reader, timeZone: string, narrowed: { profileId?: string[] } = {}) {
  const query = { ...wholeDay, timeZone, profileId: narrowed.profileId };
  const parts = { ...test, env: { reportingCurrency: 'GBP' } };
  const numbers = await readNumbers(test, reader, query);
  const find = async (filters: TransactionFilters, from = numbers.from, to = numbers.to) =>
    (
      await listArchivedTransactions(parts, reader, 'all', {
        ...narrowed,
        ...filters,
        from,
        to,
        sort: 'id',
        limit: 1,
      })
    ).total;
  const outcomesOf = async (filters: TransactionFilters, from?: string, to?: string): Promise<Outcomes> => ({
    approved: await find({ ...filters, outcome: ['approved'] }, from, to),
    declined: await find({ ...filters, outcome: ['declined'] }, from, to),
    secondTry: await find({ ...filters, outcome: ['second-try'] }, from, to),
  });
  expect(numbers.now).toEqual(await outcomesOf({}));
  expect(numbers.before).toEqual(await outcomesOf({}, numbers.beforeFrom, numbers.from));
  const declines = numbers.now.declined + numbers.now.secondTry;
  for (const rows of [
    numbers.types,
    numbers.reasons,
    numbers.families,
    numbers.categories,
    numbers.countries,
  ]) {
    expect(sum(rows)).toBe(declines);
    for (const { asked, count, filter, value } of rows)
      expect(count, `${filter} ${value}`).toBe(
        await find({ [filter]: asked, outcome: ['declined', 'second-try'] }),
      );
  }
  // A profile’s hours and programmes are taken apart as everybody’s are.
  if (narrowed.profileId) return;
  for (const { programme, ...told } of numbers.programmes)
    if (programme !== '') {
      expect(told.now, programme).toEqual(await outcomesOf({ programme: [programme] }));
      const alone = await readNumbers(test, reader, { ...query, programme: [programme] });
      expect(alone.now, programme).toEqual(told.now);
      expect(sum(alone.countries), programme).toBe(told.now.declined + told.now.secondTry);
    }
  for (const { hour, ...told } of numbers.hours.filter(({ approved, declined }) => approved + declined > 0))
    expect(told).toEqual(await outcomesOf({ hour: [hour], timeZone }));
}
const sum = (rows: readonly NumbersRow[]) => rows.reduce((all, { count }) => all + count, 0);

it('counts are what the archive holds, whatever happened to it in whatever order', async () => {
  const { store } = test;
  const act = async (one: Happening) => {
    if (one.kind === 'told') await keepTransactions(store, [toldTransaction(toTold(one))], 'GBP');
    else if (one.kind === 'card') await storeCards(store.db, [card(one.token, one.programme)], new Date());
    else if (one.kind === 'purge') await store.db.transaction((tx) => scrubCards(tx, [one.token]));
    else if (one.kind === 'erase')
      await store.db.transaction(async (tx) => {
        await lockCards(tx, [one.token]);
        await tx.delete(cardTransactions).where(eq(cardTransactions.cardToken, one.token));
      });
    else await foldCounts(store.db);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 5, maxLength: 18 }),
      fc.constantFrom(...zones),
      async (happenings, timeZone) => {
        await Promise.all(happenings.map(act));
        await expectTrue(operator, timeZone);
        await expectTrue(compliance, timeZone, { profileId: ['8'] });
        await foldCounts(store.db);
        await expectTrue(compliance, timeZone);
        await expectTrue(operator, timeZone, { profileId: ['8'] });
      },
    ),
    { numRuns: 5 },
  );
});

it('keeps nothing of a profile whose payments are gone', async () => {
  const { db } = test.store;
  const kept = () => db.select().from(transactionCounts).where(eq(transactionCounts.profileId, '8'));
  const told = { id: '998', step: 'AUTH', state: 'COMPLETED', amount: '5.00', second: 0, cardToken: 'c' };
  await keepTransactions(test.store, [toldTransaction({ ...told, profileId: '8' })], 'GBP');
  await foldCounts(db);
  expect(await kept()).not.toEqual([]);
  await db.delete(cardTransactions).where(eq(cardTransactions.profileId, '8'));
  await foldCounts(db);
  expect(await kept()).toEqual([]);
});

it('says since when payments are kept, and whether the days before can be compared', async () => {
  const { db } = test.store;
  await db.delete(cardTransactions);
  await foldCounts(db);
  const read = (from: string) =>
    readNumbers(test, operator, { ...wholeDay, from, until: from, timeZone: 'Europe/London' });
  expect(await read('2026-11-20')).toMatchObject({ keptFrom: null, isBeforeKept: false });
  const told = { id: '997', step: 'AUTH', state: 'COMPLETED', amount: '5.00', second: 0 };
  await keepTransactions(test.store, [toldTransaction(told)], 'GBP');
  const keptFrom = '2026-11-20T12:00:00.000Z';
  for (const fold of [false, true]) {
    if (fold) await foldCounts(db);
    expect(await read('2026-11-20')).toMatchObject({ keptFrom, isBeforeKept: false });
    expect(await read('2026-11-21')).toMatchObject({ keptFrom, isBeforeKept: true });
  }
});

it('leaves nothing behind of what was added to the counts', async () => {
  const { db } = test.store;
  const told = { id: '996', step: 'AUTH', state: 'COMPLETED', amount: '5.00', second: 0 };
  await keepTransactions(test.store, [toldTransaction(told)], 'GBP');
  const size = async () =>
    (await test.store.executeSql(`select pg_relation_size('transaction_count_changes')::int as bytes`)).rows;
  expect(await size()).not.toEqual([{ bytes: 0 }]);
  await foldCounts(db);
  expect(await size()).toEqual([{ bytes: 0 }]);
});

// Last, since what it takes away is never made good.
it('tells less where a change was not written down', async () => {
  const { db } = test.store;
  const day = { ...wholeDay, timeZone: 'UTC' };
  const read = async () => (await readNumbers(test, operator, day)).now.approved;
  await foldCounts(db);
  const before = await read();
  await keepTransactions(
    test.store,
    [
      toldTransaction({
        id: '999',
        step: 'AUTH',
        state: 'COMPLETED',
        amount: '5.00',
        second: 0,
        cardToken: 'z',
      }),
    ],
    'GBP',
  );
  expect(await read()).toBe(before + 1);
  await db.execute(sql`delete from transaction_count_changes where programme = '' and value = 'approved'`);
  expect(await read()).toBe(before);
});
