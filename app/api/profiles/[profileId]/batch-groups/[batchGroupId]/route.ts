import { getBatchGroup, updateBatchGroup } from '@/lib/contracts/batch-groups.schema';
import { route } from '@/lib/server/http/route';
import { renameBatchGroup } from '@/lib/server/services/batch-groups/change-group';
import { readBatchGroup } from '@/lib/server/services/batch-groups/read-detail';

export const GET = route(getBatchGroup, ({ runtime, params }) => readBatchGroup(runtime, params));

export const PATCH = route(updateBatchGroup, ({ runtime, params, body }) =>
  renameBatchGroup(runtime, params, body),
);
