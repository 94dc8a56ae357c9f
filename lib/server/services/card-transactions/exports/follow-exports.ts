import 'server-only';
import { and, asc, gt, lte, min, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Holder } from '../../../../catalogues/console-permissions.ts';
import type { Database } from '../../../db/database.ts';
import { insertMany } from '../../../db/many-rows.ts';
import {
  transactionExportChanges as changes,
  transactionExportPages as pages,
  transactionExports as exports,
} from '../../../db/schema/transaction-exports.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import type { Runtime } from '../../../runtime.ts';
import { moveMark, readMark, withOverlap } from '../../archive-marks.ts';
import { byMoment } from '../../keyset.ts';
import { type ToldRow, toldColumns, toTransaction } from '../archive/read-archived.ts';
import { tellTransaction } from '../tell.ts';
import { areSame, figuresOf, type KeptFigures, parseKept } from './figures.ts';

const markName = 'exports';
const atOnce = 100;
/** Pages with this many changes at once read their lists again anyway. */
const mostTold = 20;

const { changedAt, profileId, transactionId } = cardTransactions;
const moment = byMoment(changedAt);

/**
 * Holds every transaction that changed since the last run against what exports told of it, and keeps which tell it otherwise
 * by now. What changed and changed back is as it was told. May run twice at once, and again over the same changes.
 */
export async function followExports({ store: { db } }: Pick<Runtime, 'store'>): Promise<void> {
  const { from, now } = await readMark(db, markName);
  const begin = from ?? (await readFirstExport(db));
  if (begin) for await (const rows of readChanged(db, begin, now)) await holdAgainstExports(db, rows);
  await moveMark(db, markName, now);
}

async function readFirstExport(db: Database): Promise<Date | undefined> {
  const [first] = await db.select({ at: min(exports.exportedAt) }).from(exports);
  return first?.at ? withOverlap(first.at) : undefined;
}

/** Those that are in an export, in portions. */
async function* readChanged(db: Database, from: Date, now: Date): AsyncGenerator<ToldRow[]> {
  const isExported = sql`exists (select from ${pages} where ${pages.transactionIds} @> array[${transactionId}])`;
  for (let after = sql`true`; ; ) {
    const found = await db
      .select({ ...toldColumns, held: moment.held })
      .from(cardTransactions)
      .where(and(gt(changedAt, from), lte(changedAt, now), isExported, after))
      .orderBy(asc(changedAt), asc(transactionId), asc(profileId))
      .limit(atOnce);
    yield found;
    const last = found.at(-1);
    if (!last || found.length < atOnce) return;
    after = sql`(${changedAt}, ${transactionId}, ${profileId})
      > (${moment.read(last.held)}, ${last.transactionId}::bigint, ${last.profileId}::text)`;
  }
}

/** A transaction as one export told it, and as whoever took that export is told it now. */
interface Told {
  exportId: string;
  row: ToldRow;
  kept: KeptFigures;
  hasChanged: boolean;
  toldEveryReason: boolean;
}

async function holdAgainstExports(db: Database, rows: readonly ToldRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.transaction(async (tx) => {
    const told = await readTold(tx, rows);
    const before = await forgetChanges(tx, rows);
    const changed = told.filter(({ hasChanged }) => hasChanged);
    await insertMany(
      tx,
      changes,
      changed.map(({ exportId, kept, row }) => ({
        exportId,
        profileId: row.profileId,
        transactionId: row.transactionId,
        createdAt: row.createdAt,
        told: JSON.stringify(figuresOf(kept)),
      })),
      sql`on conflict do nothing`,
    );
    await tellPages(
      tx,
      told.filter(({ exportId, hasChanged, row }) => hasChanged !== before.has(keyOf(exportId, row))),
    );
  });
}

const keyOf = (
  exportId: string,
  { profileId: of, transactionId: id }: Pick<ToldRow, 'profileId' | 'transactionId'>,
) => `${exportId} ${of} ${id}`;
const toldRows = z.object({
  rows: z.array(z.object({ export_id: z.string(), told_every_reason: z.boolean(), told: z.string() })),
});

async function readTold(tx: Database, rows: readonly ToldRow[]): Promise<Told[]> {
  const ids = sql`array[${sql.join(
    rows.map((row) => sql`${row.transactionId}::bigint`),
    sql`, `,
  )}]`;
  const found = await tx.execute(sql`select ${pages.exportId}, ${exports.toldEveryReason}, one.told
    from ${pages} join ${exports} on ${exports.id} = ${pages.exportId},
      unnest(${pages.transactionIds}, ${pages.told}) as one(id, told)
    where ${pages.transactionIds} && ${ids} and one.id = any(${ids})`);
  const told = new Map<string, Told>();
  for (const one of toldRows.parse(found).rows) {
    const kept = parseKept(one.told);
    const row = rows.find((each) => each.transactionId === kept.id && each.profileId === kept.profileId);
    if (!row) continue;
    const key = keyOf(one.export_id, row);
    // While a file is read a row may move, and stand in it twice.
    if (told.get(key)?.hasChanged) continue;
    const toldEveryReason = one.told_every_reason;
    const hasChanged = !areSame(
      kept,
      figuresOf(tellTransaction(likeWho(toldEveryReason), toTransaction(row))),
    );
    told.set(key, { exportId: one.export_id, row, kept, hasChanged, toldEveryReason });
  }
  return [...told.values()];
}

/** Another reason behind one that reads alike is no change to whoever may not know either. */
const likeWho = (toldEveryReason: boolean): Holder => ({
  role: toldEveryReason ? 'compliance' : 'operator',
  flags: [],
});

/** @returns what was told otherwise until now */
async function forgetChanges(tx: Database, rows: readonly ToldRow[]): Promise<Set<string>> {
  const named = rows.map((row) => sql`(${row.transactionId}::bigint, ${row.profileId}::text)`);
  const before = await tx
    .delete(changes)
    .where(sql`(${changes.transactionId}, ${changes.profileId}) in (${sql.join(named, sql`, `)})`)
    .returning();
  return new Set(before.map((one) => keyOf(one.exportId, one)));
}

/** Of an export that told every reason nobody hears: to others it would say that their row hides another reason now. */
async function tellPages(tx: Database, told: readonly Told[]): Promise<void> {
  const rows = new Set(told.filter(({ toldEveryReason }) => !toldEveryReason).map(({ row }) => row));
  if (rows.size > mostTold) return;
  await publishEvent(
    tx,
    ...[...rows].map((row) => ({
      type: 'card-transaction.changed' as const,
      profileId: row.profileId,
      cardToken: row.cardToken,
      transactionId: row.transactionId,
    })),
  );
}
