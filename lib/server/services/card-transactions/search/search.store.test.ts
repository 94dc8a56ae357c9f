import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardScope, Reader } from '../../../auth/operator.ts';
import { cardCollections, cards } from '../../../db/schema/cards.ts';
import { branches } from '../../../db/schema/staff.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { profiles, wiseConnections } from '../../../db/schema/wise.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { followCards } from '../archive/follow-cards.ts';
import { ensureMonths } from '../archive/months.ts';
import { toldTransaction } from '../archive/test-support/told-transaction.ts';
import { readValuer } from '../reporting/values.ts';
import { type ArchiveRow, toRow } from '../archive/to-row.ts';
import type { TransactionFilters } from './conditions.ts';
import { listArchivedTransactions } from './list.ts';

let test: TestStore;
const operator: Reader = { role: 'operator', flags: [], personId: '00000000-0000-4000-8000-000000000001' };
const compliance: Reader = { ...operator, role: 'compliance' };
const leeds: CardScope = { branchIds: ['leeds'] };
const mine = 'a0000000-0000-4000-8000-000000000001';
const other = 'a0000000-0000-4000-8000-000000000002';

const row = (id: string, change: Partial<ArchiveRow> & { reason?: string } = {}): ArchiveRow => {
  const { reason = null, ...columns } = change;
  const state = columns.state ?? (reason === null ? 'COMPLETED' : 'DECLINED');
  const made = toRow(toldTransaction({ id, step: '', state, amount: '10.00', second: 0, reason }));
  if (!made) throw new Error('it has no time');
  return { ...made, ...columns };
};
const rows = [
  row('1', { createdAt: new Date('2026-09-30T23:59:59.999Z'), merchantName: 'Café Orée', mcc: '5812' }),
  row('2', { createdAt: new Date('2026-10-01T00:00:00Z'), billingAmount: '9.99', currency: 'EUR' }),
  row('3', { reason: 'INSUFFICIENT_FUNDS', cardToken: other, approvalCode: '0AB12C' }),
  row('4', { reason: 'SUSPECTED_FRAUD_AML', merchantCountry: 'FR', arn: '74012345678901234567890' }),
  row('5', {
    reason: 'UNEXPECTED_ERROR',
    merchantCountry: 'Portugal',
    type: 'REFUND',
    authorisationMethod: 'MANUAL_ENTRY',
  }),
  row('9007199254740993', { billingAmount: '250', merchantName: "O'Neill | \\ 'n Sons", merchantCity: null }),
  row('7', {
    billingAmount: null,
    billingCurrency: null,
    pinValidationResult: 'NOT_RECEIVED',
    mcc: null,
    cardToken: other,
  }),
];

beforeAll(async () => {
  test = await openTestStore();
  const { db } = test.store;
  await db.insert(wiseConnections).values({ userId: '7', refreshTokenSealed: 'x' });
  await db.insert(profiles).values({
    id: '7',
    userId: '7',
    type: 'PERSONAL',
    name: 'Chloé Marchetti',
    state: 'VISIBLE',
    searchText: 'chloe marchetti',
    readAt: new Date(),
  });
  for (const [token, lastFourDigits, programme] of [
    [mine, '4417', 'VISA_DEBIT'],
    [other, '9001', 'OTHER'],
  ] as const)
    await db.insert(cards).values({
      token,
      profileId: '7',
      status: 'ACTIVE',
      cardHolderName: 'Chloé Marchetti-Őry',
      lastFourDigits,
      programme,
      scheme: 'VISA',
      defaultCurrency: 'GBP',
      cardType: 'PHYSICAL',
      unlockSpendingPermissions: 'NONE',
      creationTime: '2026-01-01T00:00:00Z',
      modificationTime: '2026-01-01T00:00:00Z',
      searchText: `chloe marchetti ${token}`,
      asOf: new Date(),
    });
  await db.insert(branches).values({ id: 'leeds', name: 'Leeds' });
  await db.insert(cardCollections).values({ cardToken: other, branchId: 'leeds' });
  const { value } = await readValuer(db, 'GBP', rows);
  await ensureMonths(
    test.store,
    rows.map(({ createdAt }) => createdAt),
  );
  await db.insert(cardTransactions).values(rows.map((one) => ({ ...one, ...value(one) })));
  await followCards(db, [mine, other]);
});
afterAll(() => test.drop());

const parts = () => ({ ...test, env: { reportingCurrency: 'GBP' } });
const list = (filters: TransactionFilters, reader = operator, scope: CardScope = 'all') =>
  listArchivedTransactions(parts(), reader, scope, { limit: 50, sort: 'id', ...filters });
const ids = async (...asked: Parameters<typeof list>) => {
  const found = await list(...asked);
  expect(found.total).toBe(found.items.length);
  return found.items.map(({ id }) => id);
};
const long = '9007199254740993';

describe('the archive across all cards', () => {
  it.each<[TransactionFilters, string[]]>([
    [{}, ['1', '2', '3', '4', '5', '7', long]],
    [{ from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z' }, ['2']],
    [{ to: '2026-10-01T00:00:00Z' }, ['1']],
    [{ state: ['DECLINED'] }, ['3', '4', '5']],
    [{ state: ['DECLINED', 'COMPLETED'], type: ['REFUND'] }, ['5']],
    [{ state: ['declined'] }, []],
    [{ mcc: ['5812'] }, ['1']],
    [{ mcc: ['5812', 'none'] }, ['1', '7']],
    [{ type: ['none'] }, []],
    [{ outcome: ['approved'] }, ['1', '2', '7', long]],
    [{ outcome: ['declined', 'second-try'] }, ['3', '4']],
    [{ hour: [0, 23] }, ['1', '2']],
    [{ hour: [5], timeZone: 'Asia/Kathmandu' }, ['1', '2']],
    [{ hour: [5], timeZone: 'Asia/Kolkata', mcc: ['5812'] }, ['1']],
    [{ hour: [0], outcome: ['declined'] }, []],
    [{ country: ['FR', 'JP'] }, ['4']],
    [{ country: ['france'] }, ['4']],
    [{ country: ['PT'] }, ['5']],
    [{ country: ['Nowhere'] }, []],
    [{ authorisationMethod: ['MANUAL_ENTRY'], state: ['DECLINED'], type: ['REFUND'] }, ['5']],
    [{ pinResult: ['NOT_RECEIVED'] }, ['7']],
    [{ amountFrom: '10', amountTo: '250.0' }, ['1', '3', '4', '5', long]],
    [{ amountTo: '9.99' }, ['2']],
    [{ currency: ['EUR'] }, ['2']],
    [{ currency: ['GBP'], state: ['COMPLETED'] }, ['1', '2', '7', long]],
    [{ programme: ['OTHER'] }, ['3', '7']],
    [{ profileId: ['7'], cardToken: [other] }, ['3', '7']],
    [{ profileId: ['8'] }, []],
    [{ merchant: 'CAFE oree' }, ['1']],
    [{ merchant: "o'neill sons" }, [long]],
    [{ merchant: 'corner' }, ['2', '3', '4', '5', '7']],
    [{ merchant: 'orner' }, []],
    [{ query: long }, [long]],
    [{ query: '9001' }, ['3', '7']],
    [{ query: '0ab12c' }, ['3']],
    [{ query: '74012345' }, ['4']],
    [{ query: 'marchetti café' }, ['1']],
    [{ query: 'chloe march őry' }, ['1', '2', '3', '4', '5', '7', long]],
    [{ query: 'archetti' }, []],
    [{ query: mine, state: ['DECLINED'] }, ['4', '5']],
    [{ query: 'nobody' }, []],
    [{ query: "' | \\ & ! ( * :* %" }, []],
    [{ state: ["COMPLETED' | 's=DECLINED"] }, []],
    [{ family: ['funds'] }, ['3']],
  ])('%j finds %j', async (filters, found) => expect(await ids(filters)).toEqual(found));

  it('finds a hidden code and an invented one alike: not at all, but for compliance', async () => {
    for (const code of ['SUSPECTED_FRAUD_AML', 'UNEXPECTED_ERROR', 'INVENTED'])
      expect(await ids({ declineReason: [code] })).toEqual([]);
    expect(await ids({ declineReason: ['none'] })).toEqual([]);
    expect(await ids({ declineReason: ['NOT_DISCLOSED'] })).toEqual(['4', '5']);
    expect(await ids({ declineReason: ['none'], outcome: ['declined'] }, compliance)).toEqual([]);
    expect(await ids({ declineReason: ['INSUFFICIENT_FUNDS', 'SUSPECTED_FRAUD_AML'] })).toEqual(['3']);
    expect(await ids({ declineReason: ['SUSPECTED_FRAUD_AML'] }, compliance)).toEqual(['4']);
    expect(await ids({ family: ['risk'] })).toEqual([]);
    expect(await ids({ family: ['risk'] }, compliance)).toEqual(['4', '5']);
  });

  it('tells reasons as the reader may know them', async () => {
    const told = async (reader: Reader) =>
      (await list({ state: ['DECLINED'] }, reader)).items.map(({ declineReason }) => declineReason);
    expect(await told(operator)).toEqual(['INSUFFICIENT_FUNDS', 'NOT_DISCLOSED', 'NOT_DISCLOSED']);
    expect(await told(compliance)).toEqual(['INSUFFICIENT_FUNDS', 'SUSPECTED_FRAUD_AML', 'UNEXPECTED_ERROR']);
  });

  it('shows a branch its own cards alone, and neither shows nor finds a holder it may not see', async () => {
    expect(await ids({}, operator, leeds)).toEqual(['3', '7']);
    expect(await ids({ query: 'marchetti' }, operator, leeds)).toEqual([]);
    expect(await ids({ query: '9001' }, operator, leeds)).toEqual(['3', '7']);
    expect(await ids({ query: '4417' }, operator, leeds)).toEqual([]);
    expect(await ids({}, operator, { branchIds: [] })).toEqual([]);
    const [first] = (await list({}, operator, leeds)).items;
    expect(first).toMatchObject({
      cardHolderName: null,
      lastFourDigits: '9001',
      profileName: 'Personal profile 7',
    });
  });

  it.each(['created', '-created', 'id', '-id', 'billing', '-billing'] as const)(
    'pages through every row once, by %s',
    async (sort) => {
      const whole = await list({}, operator, 'all');
      const seen: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await listArchivedTransactions(parts(), operator, 'all', { sort, limit: 2, cursor });
        seen.push(...page.items.map(({ id }) => id));
        expect(page.total).toBe(7);
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect([...seen].sort()).toEqual(whole.items.map(({ id }) => id).sort());
      const turned = await listArchivedTransactions(parts(), operator, 'all', { sort, limit: 50 });
      expect(turned.items.map(({ id }) => id)).toEqual(seen);
    },
  );

  it('sorts what was billed by its value in one currency, and what has none comes last either way', async () => {
    const order = async (sort: 'billing' | '-billing') =>
      (await listArchivedTransactions(parts(), operator, 'all', { sort, limit: 50 })).items.map(
        ({ id }) => id,
      );
    expect((await order('billing')).slice(-2)).toEqual([long, '7']);
    expect(await order('-billing')).toEqual([long, '5', '4', '3', '1', '2', '7']);
  });

  it('sorts ids and amounts as numbers', async () => {
    const first = async (sort: '-id' | '-billing') =>
      (await listArchivedTransactions(parts(), operator, 'all', { sort, limit: 1 })).items[0]?.id;
    expect([await first('-id'), await first('-billing')]).toEqual([long, long]);
  });

  it('refuses a range upside down, another order’s cursor, and what is none', async () => {
    const { nextCursor } = await listArchivedTransactions(parts(), operator, 'all', { sort: 'id', limit: 1 });
    const forged = Buffer.from(JSON.stringify(['created', '99999999999999999999', '1', '7'])).toString(
      'base64url',
    );
    for (const [sort, cursor] of [
      ['-id', nextCursor ?? ''],
      ['created', 'x'],
      ['created', forged],
    ] as const)
      await expect(
        listArchivedTransactions(parts(), operator, 'all', { sort, limit: 1, cursor }),
      ).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(list({ from: '2026-10-02T00:00:00Z', to: '2026-10-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });
});
