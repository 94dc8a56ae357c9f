import { cancelBatchGroup } from '@/lib/contracts/batch-funding.schema';
import { route } from '@/lib/server/http/route';
import { cancelBatchGroup as cancel } from '@/lib/server/services/batch-groups/cancel-group';

export const POST = route(cancelBatchGroup, ({ runtime, params, body }) =>
  cancel(runtime, params, body.name),
);
