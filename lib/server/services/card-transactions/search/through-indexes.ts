import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';

/** What is found in an index is gathered first; nothing is read along an order or from end to end in the hope of finding it. */
export async function throughIndexes<T>(db: Database, read: (on: Database) => PromiseLike<T>): Promise<T> {
  return db.transaction(async (transaction) => {
    await transaction.execute(
      sql`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true), set_config('enable_indexonlyscan', 'off', true)`,
    );
    return read(transaction);
  });
}
