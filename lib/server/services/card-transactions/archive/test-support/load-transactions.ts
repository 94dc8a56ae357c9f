import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import type { Store } from '../../../../db/database.ts';
import { insertMany } from '../../../../db/many-rows.ts';
import { openStore } from '../../../../db/open-store.ts';
import { exchangeRates } from '../../../../db/schema/exchange-rates.ts';
import {
  cardTransactionIds,
  cardTransactionReads,
  cardTransactionSteps,
  cardTransactions,
} from '../../../../db/schema/transactions.ts';
import { profiles } from '../../../../db/schema/wise.ts';
import { storeCards } from '../../../card-index.ts';
import { readCardsOf } from '../follow-cards.ts';
import { ensureMonths } from '../months.ts';
import { readValuer } from '../../reporting/values.ts';
import { stepOf, toRow } from '../to-row.ts';
import { dayMs, makeCard, makeTransaction, worthInPounds } from './many-transactions.ts';

// Fills the store of a console that does not run, through the mapper that deliveries and readings go through.

const portion = 4000;
const cardsPerPortion = 2000;
const reportingCurrency = 'GBP';

const { values } = parseArgs({
  options: {
    'database-url': { type: 'string' },
    'data-dir': { type: 'string', default: '' },
    transactions: { type: 'string', default: '20000' },
    cards: { type: 'string', default: '2000' },
  },
});

/** Made once at the end they take a fraction of what they take row by row. */
async function withoutIndexes(store: Store, work: () => Promise<void>): Promise<void> {
  const { rows } = await store.executeSql(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = 'card_transactions' and indexname <> 'card_transactions_pk'`,
  );
  for (const { name } of rows) await store.executeSql(`drop index ${String(name)}`);
  await work();
  for (const { definition } of rows) await store.executeSql(String(definition).replace(' ON ONLY ', ' ON '));
}

async function loadCards(store: Store, count: number, profileIds: string[]): Promise<void> {
  for (let start = 0; start < count; start += cardsPerPortion) {
    const length = Math.min(cardsPerPortion, count - start);
    const made = Array.from({ length }, (_, place) => makeCard(start + place, profileIds));
    await storeCards(store.db, made, new Date());
    // Wise knows none of them: nobody is to ask for their transactions while the console is measured.
    const dueAt = new Date(Date.now() + 7 * dayMs);
    await insertMany(
      store.db,
      cardTransactionReads,
      made.map(({ profileId, token }) => ({ cardToken: token, profileId, dueAt })),
      sql`on conflict do nothing`,
    );
  }
}

/** Known beforehand: Wise is not asked for a year of them while the console is measured. */
async function loadRates(store: Store, until: number): Promise<void> {
  const rates = worthInPounds.flatMap(([source, worth]) =>
    Array.from({ length: 367 }, (_, ago) => ({
      source,
      target: reportingCurrency,
      day: new Date(until - ago * dayMs).toISOString().slice(0, 10),
      rate: (worth * (1 + (ago % 7) / 1000)).toFixed(6),
    })),
  );
  await insertMany(store.db, exchangeRates, rates, sql`on conflict do nothing`);
}

async function loadPortion(store: Store, start: number, options: Parameters<typeof makeTransaction>[1]) {
  const length = Math.min(portion, options.count - start);
  const told = Array.from({ length }, (_, place) => makeTransaction(start + place, options));
  const cardOf = await readCardsOf(
    store.db,
    told.map(({ transaction }) => transaction.cardToken),
  );
  const rows = told.flatMap((one) => {
    const row = toRow(one);
    const card = cardOf.get(one.transaction.cardToken);
    return row && card ? [{ one, row: { ...row, ...card } }] : [];
  });
  const { value } = await readValuer(
    store.db,
    reportingCurrency,
    rows.map(({ row }) => row),
  );
  await ensureMonths(
    store,
    rows.map(({ row }) => row.createdAt),
  );
  await store.db.transaction(async (tx) => {
    await insertMany(
      tx,
      cardTransactionIds,
      rows.map(({ row: { createdAt, profileId, transactionId } }) => ({
        profileId,
        transactionId,
        createdAt,
      })),
    );
    await insertMany(
      tx,
      cardTransactions,
      rows.map(({ row }) => ({ ...row, ...value(row) })),
    );
    await insertMany(
      tx,
      cardTransactionSteps,
      rows.map(({ one, row }) => stepOf(one, row)),
    );
  });
}

const databaseUrl = values['database-url'] ?? null;
const store = await openStore({ databaseUrl, dataDir: values['data-dir'] });
try {
  const count = Number(values.transactions);
  const cards = Number(values.cards);
  const known = await store.db.select({ id: profiles.id }).from(profiles).orderBy(profiles.id);
  const profileIds = known.map(({ id }) => id);
  if (profileIds.length === 0) throw new Error('there is no profile in this store yet');
  await loadCards(store, cards, profileIds);
  const until = Date.now();
  await loadRates(store, until);
  await withoutIndexes(store, async () => {
    for (let start = 0; start < count; start += portion)
      await loadPortion(store, start, { cards, count, profileIds, until });
  });
  // Rows that come one by one are tidied up as they come: so many at once would keep the server busy while it is measured.
  await store.executeSql('vacuum analyze');
} finally {
  await store.close();
}
