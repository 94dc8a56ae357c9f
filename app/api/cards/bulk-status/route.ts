import { startBulkChange } from '@/lib/contracts/bulk.schema';
import { route } from '@/lib/server/http/route';
import { startBulkChange as start } from '@/lib/server/services/bulk/start';

export const POST = route(
  startBulkChange,
  async ({ body, noteForAudit, operator, requestId, runtime, scope }) => {
    const bulkId = await start(runtime, operator, scope, requestId, body);
    noteForAudit({ bulkId });
    return { bulkId };
  },
);
