import { resumeBulkChange } from '@/lib/contracts/bulk.schema';
import { route } from '@/lib/server/http/route';
import { setBulkStopped } from '@/lib/server/services/bulk/stop';

export const POST = route(resumeBulkChange, ({ operator, params, runtime }) =>
  setBulkStopped(runtime, operator, params.bulkId, false),
);
