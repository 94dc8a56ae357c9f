import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './print-jobs.schema.ts';

export type PrintJobList = z.output<typeof schema.printJobList>;

/** What was sent to the kiosks within the reader's reach, newest first. */
export const listPrintJobs = defineEndpoint<{
  query: z.input<typeof schema.printJobsQuery>;
  reply: PrintJobList;
}>()({ method: 'GET', path: '/api/print-jobs', consolePermission: 'kiosks.read' });

/** The same as CSV, without the holders’ names. */
export const exportPrintJobs = defineEndpoint<{
  query: z.input<typeof schema.exportPrintJobsQuery>;
  reply: string;
}>()({ method: 'GET', path: '/api/print-jobs/export.csv', consolePermission: 'kiosks.export' });
