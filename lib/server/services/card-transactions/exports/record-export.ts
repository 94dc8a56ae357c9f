import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { can } from '../../../../catalogues/console-permissions.ts';
import type { WiseTransaction } from '../../../../contracts/card-transactions.ts';
import type { exportFilter } from '../../../../contracts/transaction-exports.schema.ts';
import type { Reader } from '../../../auth/operator.ts';
import { asEverybodyReads } from '../../../catalogues/decline-reasons/tell.ts';
import type { Database } from '../../../db/database.ts';
import { transactionExportPages, transactionExports } from '../../../db/schema/transaction-exports.ts';
import { figuresOf, type KeptFigures } from './figures.ts';

interface ExportBegun {
  filter: z.output<typeof exportFilter>;
  /** Absent: of all cards. */
  card?: { profileId: string; token: string };
}

/** Writes down, before anything is read for it, that a file of transactions is made. @returns its id */
export async function beginExport(
  db: Database,
  reader: Reader,
  { card, filter }: ExportBegun,
): Promise<string> {
  const toldEveryReason = can(reader, 'decline-reasons.restricted');
  const declineReason = toldEveryReason ? filter.declineReason : filter.declineReason?.map(asEverybodyReads);
  const [made] = await db
    .insert(transactionExports)
    .values({
      personId: reader.personId,
      toldEveryReason,
      cardToken: card?.token,
      profileId: card?.profileId,
      filter: JSON.stringify({ ...filter, declineReason }),
    })
    .returning({ id: transactionExports.id });
  if (!made) throw new Error('the export was not recorded');
  return made.id;
}

/**
 * Hands rows on once it is written down what they tell, so that a file holds nothing its record does not know. Whoever stops
 * taking them cuts the file off.
 * @param pages rows as the reader is told them, in portions that are kept together
 */
export async function* recorded<Row extends WiseTransaction & { profileId: string }>(
  db: Database,
  exportId: string,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let page = 0;
  let isWhole = false;
  try {
    for await (const rows of pages) {
      await keepPage(db, exportId, page++, rows.map(toKept));
      yield rows;
    }
    isWhole = true;
  } finally {
    await db
      .update(transactionExports)
      .set({ endedAt: sql`now()`, isWhole })
      .where(eq(transactionExports.id, exportId));
  }
}

const toKept = (row: WiseTransaction & { profileId: string }): KeptFigures => ({
  profileId: row.profileId,
  id: row.id,
  ...figuresOf(row),
});

async function keepPage(db: Database, exportId: string, page: number, kept: KeptFigures[]): Promise<void> {
  if (kept.length === 0) return;
  await db.execute(sql`insert into ${transactionExportPages} (export_id, page, transaction_ids, told)
    select ${exportId}::uuid, ${page}::integer, array_agg((one->>'id')::bigint), array_agg(one::text)
    from json_array_elements(${JSON.stringify(kept)}::text::json) as one`);
}
