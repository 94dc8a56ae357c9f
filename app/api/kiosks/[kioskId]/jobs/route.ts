import { listKioskJobs } from '@/lib/contracts/kiosk-board.schema';
import { route } from '@/lib/server/http/route';
import { listKioskJobs as listJobs } from '@/lib/server/services/kiosks/list-kiosk-jobs';

export const GET = route(listKioskJobs, ({ runtime, scope, params, query }) =>
  listJobs(runtime, scope, params.kioskId, query),
);
