import { runBatchGroup } from '@/lib/contracts/batch-groups.schema';
import { route } from '@/lib/server/http/route';
import { startBatchRun } from '@/lib/server/services/batch-groups/run/start';

export const POST = route(runBatchGroup, ({ runtime, operator, params, body, noteForAudit }) =>
  startBatchRun(runtime, operator, params, body.version, noteForAudit),
);
