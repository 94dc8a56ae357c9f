import { listBulkChanges } from '@/lib/contracts/bulk.schema';
import { route } from '@/lib/server/http/route';
import { listBulkChanges as list } from '@/lib/server/services/bulk/read';

export const GET = route(listBulkChanges, async ({ operator, runtime }) => ({
  items: await list(runtime, operator),
  asOf: new Date().toISOString(),
}));
