import { getPrintJob } from '@/lib/contracts/kiosk-board.schema';
import { route } from '@/lib/server/http/route';
import { readPrintJob } from '@/lib/server/services/kiosks/read-print-job';

export const GET = route(getPrintJob, ({ runtime, scope, params }) =>
  readPrintJob(runtime, scope, params.jobId),
);
