import 'server-only';
import { lt, sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { transactionExports } from '../../../db/schema/transaction-exports.ts';

const keepForDays = 400;

/** Forgets old exports with all they told. */
export async function pruneExports(db: Database): Promise<void> {
  await db
    .delete(transactionExports)
    .where(lt(transactionExports.exportedAt, sql`now() - ${keepForDays} * interval '1 day'`));
}
