import { exportBatchRows } from '@/lib/contracts/batch-rows.schema';
import { route } from '@/lib/server/http/route';
import { exportBatchRows as exportRows } from '@/lib/server/services/batch-groups/rows/export-rows';

export const GET = route(exportBatchRows, ({ runtime, params, query }) =>
  exportRows(runtime, params, query.rows),
);
