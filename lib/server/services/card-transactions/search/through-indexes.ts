import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';

/** Starting helpers or a compiler for so short a statement takes longer than the statement. */
const settings = {
  enable_seqscan: 'off',
  enable_indexscan: 'off',
  enable_indexonlyscan: 'off',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
};
const forThisTransaction = sql.join(
  Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`),
  sql`, `,
);

/** What is found in an index is gathered first; nothing is read along an order or from end to end in the hope of finding it. */
export async function throughIndexes<T>(db: Database, read: (on: Database) => PromiseLike<T>): Promise<T> {
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select ${forThisTransaction}`);
    return read(transaction);
  });
}
