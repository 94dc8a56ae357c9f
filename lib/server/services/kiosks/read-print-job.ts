import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { PrintJobDetail } from '../../../contracts/kiosk-board.ts';
import type { CardScope } from '../../auth/operator.ts';
import { printJobs, productionEvents } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { jobsInScope, selectPrintJobs, toPrintJob } from './read-print-jobs.ts';

/** @throws AppError not_found for another branch's and an unknown one alike */
export async function readPrintJob(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  jobId: string,
): Promise<PrintJobDetail> {
  const [found] = await selectPrintJobs(db).where(and(eq(printJobs.id, jobId), jobsInScope(scope)));
  if (!found) throw new AppError('not_found');
  const { branchId, cardToken } = found.job;
  const [tries, told, [branch]] = await Promise.all([
    selectPrintJobs(db)
      .where(and(eq(printJobs.cardToken, cardToken), jobsInScope(scope)))
      .orderBy(asc(printJobs.createdAt)),
    db
      .select()
      .from(productionEvents)
      .where(eq(productionEvents.cardToken, cardToken))
      .orderBy(asc(productionEvents.receivedAt)),
    db
      .select({ name: branches.name })
      .from(branches)
      .where(eq(branches.id, branchId ?? '')),
  ]);
  return {
    job: toPrintJob(scope, found),
    tries: tries.map((row) => toPrintJob(scope, row)),
    told: told.map((row) => ({
      id: row.id,
      status: row.status,
      kioskId: row.kioskId,
      errorCode: row.errorCode,
      occurredAt: row.occurredAt?.toISOString() ?? null,
      at: (row.sentAt ?? row.receivedAt).toISOString(),
    })),
    branchName: branch?.name ?? null,
    asOf: new Date().toISOString(),
  };
}
