import { createBatchGroup, listBatchGroups } from '@/lib/contracts/batch-groups.schema';
import { route } from '@/lib/server/http/route';
import { listBatchGroups as readList } from '@/lib/server/services/batch-groups/list-groups';
import { makeBatchGroup } from '@/lib/server/services/batch-groups/make-group';

export const GET = route(listBatchGroups, ({ runtime, operator, query }) =>
  readList(runtime, operator, query),
);

export const POST = route(createBatchGroup, ({ runtime, operator, body, noteForAudit }) =>
  makeBatchGroup(runtime, operator, body, noteForAudit),
);
