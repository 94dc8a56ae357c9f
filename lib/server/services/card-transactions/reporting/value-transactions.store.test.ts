import { randomBytes } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { exchangeRates } from '../../../db/schema/exchange-rates.ts';
import { cardTransactions as archive } from '../../../db/schema/transactions.ts';
import { syncCards } from '../../../jobs/sync-cards.ts';
import { createVault } from '../../../vault/vault.ts';
import {
  closeConnectedStore,
  type ConnectedStore,
  openConnectedStore,
} from '../../../wise/test-support/connected-store.ts';
import { keepTransactions } from '../archive/keep-transactions.ts';
import { toldTransaction } from '../archive/test-support/told-transaction.ts';
import { valueTransactions } from './value-transactions.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const quiet = { info: () => undefined, warn: () => undefined };
const dayMs = 86_400_000;
const madeAt = (daysAgo: number) => new Date(Date.now() - daysAgo * dayMs).toISOString();
let opened: ConnectedStore;

beforeAll(async () => {
  opened = await openConnectedStore(vault, '20000101');
  const { test, wise } = opened;
  await syncCards({ store: test.store, wise, jobs: { ask: async () => undefined }, log: quiet });
});
afterAll(() => closeConnectedStore(opened));

const value = (reportingCurrency = 'GBP') =>
  valueTransactions({ env: { reportingCurrency }, store: opened.test.store, wise: opened.wise, log: quiet });

async function keep(id: string, billed: [amount: string, currency: string], daysAgo: number, second = 0) {
  const createdAt = madeAt(daysAgo);
  const told = toldTransaction({
    id,
    createdAt,
    step: second ? 'CAPTURE' : 'AUTH',
    state: 'IN_PROGRESS',
    amount: '1',
    second,
  });
  const [amount, currency] = billed;
  const transaction = { ...told.transaction, billingAmount: { amount, currency } };
  await keepTransactions(opened.test.store, [{ ...told, transaction }], 'GBP');
}

async function read(...ids: string[]) {
  const rows = await opened.test.store.db
    .select()
    .from(archive)
    .where(inArray(archive.transactionId, ids))
    .orderBy(archive.transactionId);
  return rows.map(({ reportingAmount, reportingCurrency }) => [reportingAmount, reportingCurrency]);
}
const rateOf = async (source: string, target = 'GBP') => {
  const rows = await opened.test.store.db
    .select()
    .from(exchangeRates)
    .where(eq(exchangeRates.source, source));
  return Number(rows.find((row) => row.target === target)?.rate);
};

const requests = z.object({ items: z.array(z.object({ path: z.string() })) });
async function countAsked(): Promise<number> {
  const { items } = requests.parse(await opened.emulator.control('GET', 'requests'));
  return items.filter(({ path }) => path.startsWith('/v1/rates')).length;
}

it('values what was billed by the rate of its day, each asked for once', async () => {
  await keep('1', ['10.00', 'GBP'], 2);
  await keep('2', ['100.00', 'EUR'], 2);
  await keep('3', ['50.00', 'EUR'], 2);
  await keep('4', ['9999', 'JPY'], 3);
  await keep('5', ['7.00', 'XXX'], 2);
  expect(await read('1', '2', '5')).toEqual([
    ['10.00', 'GBP'],
    [null, null],
    [null, null],
  ]);
  await value();
  const [eur, jpy] = [await rateOf('EUR'), await rateOf('JPY')];
  expect(await read('2', '3', '4', '5')).toEqual([
    [(100 * eur).toFixed(2), 'GBP'],
    [(50 * eur).toFixed(2), 'GBP'],
    [(9999 * jpy).toFixed(2), 'GBP'],
    [null, 'GBP'],
  ]);
  const asked = await countAsked();
  expect(asked).toBe(3);
  await keep('6', ['20.00', 'EUR'], 2);
  expect(await read('6')).toEqual([[(20 * eur).toFixed(2), 'GBP']]);
  await value();
  expect(await countAsked()).toBe(asked);
});

it('values anew what was billed otherwise, and everything in another currency', async () => {
  await keep('7', ['100.00', 'EUR'], 2);
  await keep('7', ['40.00', 'EUR'], 2, 10);
  expect(await read('7')).toEqual([[(40 * (await rateOf('EUR'))).toFixed(2), 'GBP']]);
  await value('JPY');
  const gbp = await rateOf('GBP', 'JPY');
  expect(await read('1', '4')).toEqual([
    [(10 * gbp).toFixed(0), 'JPY'],
    ['9999', 'JPY'],
  ]);
});
