import { addBatchRows, changeBatchRows, listBatchRows } from '@/lib/contracts/batch-rows.schema';
import { route } from '@/lib/server/http/route';
import { addBatchRows as add } from '@/lib/server/services/batch-groups/rows/add-rows';
import { changeBatchRows as change } from '@/lib/server/services/batch-groups/rows/change-rows';
import { listBatchRows as list } from '@/lib/server/services/batch-groups/rows/list-rows';

export const GET = route(listBatchRows, ({ runtime, params, query }) => list(runtime, params, query.since));

export const POST = route(addBatchRows, ({ runtime, operator, params, body, noteForAudit }) =>
  add(runtime, operator, params, body, noteForAudit),
);

export const PATCH = route(changeBatchRows, ({ runtime, operator, params, body }) =>
  change(runtime, operator, params, body),
);
