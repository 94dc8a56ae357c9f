import { completeBatchGroup } from '@/lib/contracts/batch-groups.schema';
import { route } from '@/lib/server/http/route';
import { completeBatchGroup as complete } from '@/lib/server/services/batch-groups/complete-group';

export const POST = route(completeBatchGroup, ({ runtime, params, body }) =>
  complete(runtime, params, body.wiseVersion),
);
