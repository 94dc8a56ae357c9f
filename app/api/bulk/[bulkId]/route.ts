import { getBulkChange } from '@/lib/contracts/bulk.schema';
import { route } from '@/lib/server/http/route';
import { readBulkChange } from '@/lib/server/services/bulk/read';

export const GET = route(getBulkChange, ({ operator, params, runtime }) =>
  readBulkChange(runtime, operator, params.bulkId),
);
