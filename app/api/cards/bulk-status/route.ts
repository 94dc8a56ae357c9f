import { startBulkChange } from '@/lib/contracts/bulk.schema';
import { route } from '@/lib/server/http/route';
import { requestBulkBlock } from '@/lib/server/services/bulk/request-block';
import { startBulkChange as start } from '@/lib/server/services/bulk/start';

export const POST = route(
  startBulkChange,
  async ({ body, noteForAudit, operator, requestId, runtime, scope }) => {
    const { approvalId, bulkId } = await start(runtime, operator, scope, requestId, body, (change) =>
      requestBulkBlock(runtime, operator, change, body.reason),
    );
    noteForAudit(bulkId === null ? { approvalId } : { bulkId });
    return { bulkId, approvalId };
  },
);
