import 'server-only';
import type { z } from 'zod';
import { kioskErrorOf } from '../../../catalogues/kiosk-errors.ts';
import type { PrintJob } from '../../../contracts/card-productions.ts';
import type { exportPrintJobsQuery } from '../../../contracts/print-jobs.schema.ts';
import type { CardScope } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { type CsvColumn, csvResponse } from '../csv.ts';
import { readAhead } from '../read-ahead.ts';
import { findBranchOrThrow, findKioskOrThrow } from './find-kiosk.ts';
import { countPrintJobs, findPrintJobs } from './find-print-jobs.ts';

const maxRows = 100_000;
const rowsPerRead = 500;

/** Without the holder: a file of jobs is about machines. */
const columns: CsvColumn<PrintJob>[] = [
  { header: 'Job', value: ({ id }) => id },
  { header: 'Sent', isTime: true, value: ({ createdAt }) => createdAt },
  { header: 'Branch', value: ({ branchId }) => branchId },
  { header: 'Kiosk', value: ({ kioskId }) => kioskId },
  { header: 'Place', value: ({ kioskPlace }) => kioskPlace },
  { header: 'State', value: ({ state }) => state },
  {
    header: 'Seconds',
    value: ({ durationMs }) => (durationMs === null ? '' : (durationMs / 1000).toFixed(0)),
  },
  { header: 'Fault status', value: ({ errorStatus }) => errorStatus },
  { header: 'Fault code', value: ({ errorCode }) => errorCode },
  {
    header: 'Fault',
    value: ({ errorCode, errorStatus }) => errorStatus && kioskErrorOf(errorStatus, errorCode).title,
  },
  { header: 'Last four', value: ({ lastFourDigits }) => lastFourDigits },
  { header: 'Card token', value: ({ cardToken }) => cardToken },
  { header: 'Profile id', value: ({ profileId }) => profileId },
  { header: 'Sent by', value: ({ sentBy }) => sentBy },
  { header: 'Ended', isTime: true, value: ({ endedAt }) => endedAt },
  { header: 'Try after job', value: ({ retryOf }) => retryOf },
  { header: 'What was done', value: ({ whatWasDone }) => whatWasDone },
  { header: 'Plastic of the try before', value: ({ previousPlastic }) => previousPlastic },
];

/**
 * Everything the filters find, newest first, streamed.
 * @throws AppError not_found for another's branch or kiosk, export_too_large
 */
export async function exportPrintJobs(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  { reason, timeZone, ...filters }: z.output<typeof exportPrintJobsQuery>,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  if (filters.branchId !== undefined) await findBranchOrThrow(db, scope, filters.branchId);
  if (filters.kioskId !== undefined) await findKioskOrThrow(db, scope, filters.kioskId);
  const total = await countPrintJobs(db, scope, filters);
  note({ reason, rows: total, filter: filters });
  if (total > maxRows)
    throw new AppError('export_too_large', { detail: `${total} rows are found; one file holds ${maxRows}.` });
  const pages = readAhead((cursor) => findPrintJobs(db, scope, filters, { cursor, limit: rowsPerRead }));
  return csvResponse('print-jobs.csv', columns, pages, timeZone, total);
}
