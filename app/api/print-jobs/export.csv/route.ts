import { exportPrintJobs as endpoint } from '@/lib/contracts/print-jobs.schema';
import { route } from '@/lib/server/http/route';
import { exportPrintJobs } from '@/lib/server/services/kiosks/export-print-jobs';

export const GET = route(endpoint, ({ runtime, scope, query, noteForAudit }) =>
  exportPrintJobs(runtime, scope, query, noteForAudit),
);
