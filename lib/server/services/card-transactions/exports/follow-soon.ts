import 'server-only';
import { sql } from 'drizzle-orm';
import { transactionExportPages as pages } from '../../../db/schema/transaction-exports.ts';
import { followExportsJob } from '../../../jobs/names.ts';
import type { Runtime } from '../../../runtime.ts';

type Parts = Pick<Runtime, 'store'> & { jobs: Pick<Runtime['jobs'], 'ask'> };

/** What an export tells of this transaction is looked at now, where one does; every minute it is anyway. */
export async function followExportsSoon({ jobs, store }: Parts, transactionId: string): Promise<void> {
  const [exported] = await store.db
    .select({ exportId: pages.exportId })
    .from(pages)
    .where(sql`${pages.transactionIds} @> array[${transactionId}::bigint]`)
    .limit(1);
  if (exported) await jobs.ask(followExportsJob).catch(() => undefined);
}
