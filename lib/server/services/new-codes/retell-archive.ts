import 'server-only';
import { and, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { updateMany } from '../../db/many-rows.ts';
import { codeClassifications } from '../../db/schema/new-codes.ts';
import { cardTransactions as archive } from '../../db/schema/transactions.ts';
import { publishEvent } from '../../events/event-hub.ts';
import type { Runtime } from '../../runtime.ts';
import { lockCards } from '../card-transactions/archive/second-try.ts';
import { eventsOf } from './events-of.ts';
import { isOfCode } from './of-code.ts';
import { readVersions } from './read-classifications.ts';
import { tellAsAgreed, waitForTellers } from './tell-as-agreed.ts';

const portion = 500;
type Key = Pick<typeof archive.$inferSelect, 'createdAt' | 'transactionId' | 'profileId'>;

/**
 * Brings payments that were told before in line with what their codes mean now, portion by portion. Whatever ends it, the
 * next run begins again and passes over what is right already; two at once do no harm.
 */
export async function retellArchive({ store: { db } }: Pick<Runtime, 'store'>): Promise<void> {
  for (const { before, code, now, version } of await readDue(db)) {
    await waitForTellers(db);
    for (let after: Key | null | undefined = null; after !== undefined; )
      after = await retellPortion(db, isOfCode(code), after);
    await db.transaction(async (tx) => {
      await tx
        .update(codeClassifications)
        .set({ retoldAt: sql`now()` })
        .where(
          and(
            eq(codeClassifications.code, code),
            lte(codeClassifications.version, version),
            isNull(codeClassifications.retoldAt),
          ),
        );
      await publishEvent(tx, ...eventsOf(now, before));
    });
  }
}

/** Of each code the version that holds, where the archive is not in line with it yet, and the one before. */
async function readDue(db: Database) {
  const due = await db
    .selectDistinct({ code: codeClassifications.code })
    .from(codeClassifications)
    .where(isNull(codeClassifications.retoldAt));
  if (due.length === 0) return [];
  const versions = await readVersions(
    db,
    due.map(({ code }) => code),
  );
  return versions.flatMap(({ classification: now, code, retoldAt, version }, place) => {
    const isNewest = versions[place - 1]?.code !== code;
    const earlier = versions[place + 1];
    const before = earlier?.code === code ? earlier.classification : null;
    return isNewest && retoldAt === null ? [{ code, version, now, before }] : [];
  });
}

/** @returns where the next portion begins; undefined after the last */
async function retellPortion(
  db: Database,
  isAsked: SQL | undefined,
  after: Key | null,
): Promise<Key | undefined> {
  const { cardToken, createdAt, declineReason, detailedDeclineReason, profileId, toldReason, transactionId } =
    archive;
  const key = { createdAt, transactionId, profileId };
  const place = sql`(${createdAt}, ${transactionId}, ${profileId})`;
  return db.transaction(async (tx) => {
    const found = await tx
      .select({ ...key, cardToken })
      .from(archive)
      .where(and(isAsked, after ? sql`${place} > ${placeOf(after)}` : undefined))
      .orderBy(createdAt, transactionId, profileId)
      .limit(portion);
    const last = found.at(-1);
    if (!last) return undefined;
    const tokens = [...new Set(found.map((row) => row.cardToken))];
    await lockCards(tx, tokens);
    // Again, now that nobody else changes them.
    const rows = await tx
      .select({ ...key, declineReason, detailedDeclineReason, toldReason })
      .from(archive)
      .where(
        and(
          isAsked,
          inArray(cardToken, tokens),
          after ? sql`${place} > ${placeOf(after)}` : undefined,
          sql`${place} <= ${placeOf(last)}`,
        ),
      )
      .orderBy(createdAt, transactionId, profileId);
    const told = await tellAsAgreed(tx, rows);
    const changed = told.rows.filter((row, index) => row.toldReason !== rows[index]?.toldReason);
    await updateMany(
      tx,
      archive,
      ['createdAt', 'transactionId', 'profileId'],
      changed.map((row) => ({ ...pickKey(row), toldReason: row.toldReason })),
    );
    return last;
  });
}

const pickKey = ({ createdAt, profileId, transactionId }: Key): Key => ({
  createdAt,
  transactionId,
  profileId,
});
const placeOf = ({ createdAt, profileId, transactionId }: Key): SQL =>
  sql`(${createdAt.toISOString()}::timestamptz, ${transactionId}::bigint, ${profileId}::text)`;
