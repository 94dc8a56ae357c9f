import { listKioskJobs } from '@/lib/contracts/kiosk-board.schema';
import { route } from '@/lib/server/http/route';
import { listPrintJobs } from '@/lib/server/services/kiosks/list-print-jobs';

export const GET = route(listKioskJobs, ({ runtime, scope, params, query }) =>
  listPrintJobs(runtime, scope, { ...query, kioskId: params.kioskId }),
);
