import { discardBatchGroup } from '@/lib/contracts/batch-groups.schema';
import { route } from '@/lib/server/http/route';
import { discardBatchGroup as discard } from '@/lib/server/services/batch-groups/change-group';

export const POST = route(discardBatchGroup, ({ runtime, params, body }) =>
  discard(runtime, params, body.version),
);
