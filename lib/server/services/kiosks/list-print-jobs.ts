import 'server-only';
import type { z } from 'zod';
import type { printJobsQuery } from '../../../contracts/print-jobs.schema.ts';
import type { PrintJobList } from '../../../contracts/print-jobs.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Runtime } from '../../runtime.ts';
import { findBranchOrThrow, findKioskOrThrow } from './find-kiosk.ts';
import { findPrintJobs } from './find-print-jobs.ts';

/** @throws AppError not_found for another's branch or kiosk, validation_failed for a cursor that is not one of ours */
export async function listPrintJobs(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  { cursor, limit, ...filters }: z.output<typeof printJobsQuery>,
): Promise<PrintJobList> {
  if (filters.branchId !== undefined) await findBranchOrThrow(db, scope, filters.branchId);
  if (filters.kioskId !== undefined) await findKioskOrThrow(db, scope, filters.kioskId);
  const page = await findPrintJobs(db, scope, filters, { cursor, limit });
  return { ...page, asOf: new Date().toISOString() };
}
