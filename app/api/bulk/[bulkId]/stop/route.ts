import { stopBulkChange } from '@/lib/contracts/bulk.schema';
import { route } from '@/lib/server/http/route';
import { setBulkStopped } from '@/lib/server/services/bulk/stop';

export const POST = route(stopBulkChange, ({ operator, params, runtime }) =>
  setBulkStopped(runtime, operator, params.bulkId, true),
);
