import { connectCallback } from '@/lib/contracts/connections.schema';
import { route } from '@/lib/server/http/route';
import { finishAuthorization } from '@/lib/server/services/connections/connect';
import { backToList, orBackToList } from '@/lib/server/services/connections/back-to-list';

export const GET = orBackToList(
  route(connectCallback, async ({ runtime, operator, query, requestId }) =>
    backToList(await finishAuthorization(runtime, operator, query, requestId)),
  ),
);
