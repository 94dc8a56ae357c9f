import { z } from 'zod';
import { exportReasons } from '../catalogues/export-reasons.ts';
import { printJobFilterStates } from '../catalogues/printing.ts';
import { kioskId, printJob } from './card-productions.schema.ts';
import { listOf, serveEndpoint, timeZoneName } from './endpoint-schema.ts';
import * as endpoints from './print-jobs.ts';

/** `family`: where the fault lies. `from` and `to`: when it was sent, days in UTC, both included. */
export const printJobFilters = {
  state: z.enum(printJobFilterStates).optional(),
  family: z.string().max(30).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};
const filters = {
  branchId: z.string().min(1).max(60).optional(),
  kioskId: kioskId.optional(),
  ...printJobFilters,
};
export const printJobPage = {
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
export const printJobsQuery = z.strictObject({ ...filters, ...printJobPage });
export const printJobList = listOf(printJob);
export const exportPrintJobsQuery = z.strictObject({
  ...filters,
  reason: z.enum(exportReasons),
  timeZone: timeZoneName.default('UTC'),
});

export const listPrintJobs = serveEndpoint(endpoints.listPrintJobs, {
  query: printJobsQuery,
  reply: printJobList,
});
export const exportPrintJobs = serveEndpoint(endpoints.exportPrintJobs, {
  query: exportPrintJobsQuery,
  reply: 'raw',
  audit: { action: 'print-jobs.export', target: () => ({ type: 'print-jobs', id: 'index' }) },
});
