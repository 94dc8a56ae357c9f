import { listPrintJobs } from '@/lib/contracts/print-jobs.schema';
import { route } from '@/lib/server/http/route';
import { listPrintJobs as listJobs } from '@/lib/server/services/kiosks/list-print-jobs';

export const GET = route(listPrintJobs, ({ runtime, scope, query }) => listJobs(runtime, scope, query));
