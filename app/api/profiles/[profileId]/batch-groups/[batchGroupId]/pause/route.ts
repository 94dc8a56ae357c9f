import { pauseBatchGroup } from '@/lib/contracts/batch-groups.schema';
import { route } from '@/lib/server/http/route';
import { pauseBatchRun } from '@/lib/server/services/batch-groups/run/start';

export const POST = route(pauseBatchGroup, ({ runtime, params }) => pauseBatchRun(runtime, params));
