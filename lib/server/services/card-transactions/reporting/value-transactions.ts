import 'server-only';
import { and, asc, eq, gte, isNotNull, isNull, lt, max, min, ne, sql } from 'drizzle-orm';
import type { Store } from '../../../db/database.ts';
import { updateMany } from '../../../db/many-rows.ts';
import { exchangeRates } from '../../../db/schema/exchange-rates.ts';
import { cardTransactions as archive } from '../../../db/schema/transactions.ts';
import { profiles, wiseConnections } from '../../../db/schema/wise.ts';
import type { Runtime } from '../../../runtime.ts';
import { WiseError } from '../../../wise/errors.ts';
import { reachesCards } from '../../connections/reach.ts';
import { type Pair, readValuer } from './values.ts';

interface Parts {
  env: Pick<Runtime['env'], 'reportingCurrency'>;
  store: Store;
  wise: Pick<Runtime['wise'], 'rates'>;
  log: Pick<Runtime['log'], 'info' | 'warn'>;
}

const portion = 1000;
const atOnce = 8;
/** A run ends after this; the next one goes on. */
const runForMs = 60_000;
const aligned = new WeakMap<Store, string>();

/**
 * Values what was billed in the reporting currency, by Wise's rate of the day it was made. Wise is asked for each rate once,
 * in the background of its budget; what waits for one is looked at again by the next run.
 */
export async function valueTransactions(parts: Parts): Promise<void> {
  const { env, log, store } = parts;
  if (aligned.get(store) !== env.reportingCurrency) {
    await forgetOtherCurrencies(store, env.reportingCurrency);
    aligned.set(store, env.reportingCurrency);
  }
  const until = Date.now() + runForMs;
  let valued = 0;
  for (let after: Key | undefined; Date.now() < until; ) {
    const rows = await readWaiting(store, after);
    if (rows.length === 0) break;
    after = rows.at(-1);
    const first = await readValuer(store.db, env.reportingCurrency, rows);
    const isAsked = await askForRates(parts, first.missing);
    const { value } = isAsked ? await readValuer(store.db, env.reportingCurrency, rows) : first;
    const done = rows.flatMap((row) => {
      const values = value(row);
      return values.reportingCurrency === null ? [] : [{ ...row, ...values }];
    });
    // By what was billed too: it may have changed meanwhile.
    await updateMany(
      store.db,
      archive,
      ['createdAt', 'transactionId', 'profileId', 'billingAmount', 'billingCurrency'],
      done,
    );
    valued += done.length;
  }
  if (valued > 0) log.info({ valued }, 'card transactions valued in the reporting currency');
}

interface Key {
  createdAt: Date;
  transactionId: string;
  profileId: string;
}

const readWaiting = ({ db }: Store, after: Key | undefined) =>
  db
    .select({
      createdAt: archive.createdAt,
      transactionId: archive.transactionId,
      profileId: archive.profileId,
      billingAmount: archive.billingAmount,
      billingCurrency: archive.billingCurrency,
    })
    .from(archive)
    .where(
      and(
        isNull(archive.reportingCurrency),
        isNotNull(archive.billingAmount),
        after &&
          sql`(${archive.createdAt}, ${archive.transactionId}, ${archive.profileId})
            > (${after.createdAt.toISOString()}::timestamptz, ${after.transactionId}::bigint, ${after.profileId})`,
      ),
    )
    .orderBy(asc(archive.createdAt), asc(archive.transactionId), asc(archive.profileId))
    .limit(portion);

/** Once the setting is another, month by month: nothing is sorted or found by two currencies at once. */
async function forgetOtherCurrencies({ db }: Store, reportingCurrency: string): Promise<void> {
  const isOther = ne(archive.reportingCurrency, reportingCurrency);
  const [range] = await db
    .select({ from: min(archive.createdAt), to: max(archive.createdAt) })
    .from(archive)
    .where(isOther);
  if (!range?.from || !range.to) return;
  const nothing = { reportingAmount: null, reportingCurrency: null, reportingRate: null, reportingDay: null };
  for (let month = startOfMonth(range.from); month <= range.to; month = startOfMonth(month, 1))
    await db
      .update(archive)
      .set(nothing)
      .where(and(isOther, gte(archive.createdAt, month), lt(archive.createdAt, startOfMonth(month, 1))));
}

const startOfMonth = (moment: Date, ahead = 0): Date =>
  new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + ahead, 1));

/** @returns whether any more rates are known than before */
async function askForRates(parts: Parts, missing: readonly Pair[]): Promise<boolean> {
  if (missing.length === 0) return false;
  const userId = await findUser(parts.store);
  if (userId === undefined) return false;
  const left = [...missing];
  let known = 0;
  const work = async () => {
    for (let pair = left.pop(); pair; pair = left.pop())
      if (await askForRate(parts, userId, pair)) known += 1;
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return known > 0;
}

async function askForRate({ env, log, store, wise }: Parts, userId: string, pair: Pair): Promise<boolean> {
  const target = env.reportingCurrency;
  try {
    const rate = await wise.rates.readRate({ userId, priority: 'background' }, { ...pair, target });
    await store.db
      .insert(exchangeRates)
      .values({ ...pair, target, rate })
      .onConflictDoNothing();
    return true;
  } catch (error) {
    if (!(error instanceof WiseError)) throw error;
    // Clocks need not agree: for Wise the day may not have begun.
    if (hasNoRate(error) && pair.day < new Date().toISOString().slice(0, 10)) {
      await store.db
        .insert(exchangeRates)
        .values({ ...pair, target, rate: null })
        .onConflictDoNothing();
      return true;
    }
    log.warn({ ...pair, target, kind: error.kind }, 'rate not read yet');
    return false;
  }
}

/** Wise: a currency that it does not know makes the request a wrong one. */
const hasNoRate = ({ kind, status }: WiseError): boolean =>
  kind === 'not-found' || (kind === 'refused' && (status === 400 || status === 422));

/** Rates are nobody's own: any connection that reaches cards may ask. */
async function findUser({ db }: Store): Promise<string | undefined> {
  const [found] = await db
    .select({ userId: profiles.userId })
    .from(profiles)
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .where(reachesCards)
    .limit(1);
  return found?.userId;
}
