import { fundBatchGroup, getBatchFunding } from '@/lib/contracts/batch-funding.schema';
import { route } from '@/lib/server/http/route';
import { fundBatchGroup as fund } from '@/lib/server/services/batch-groups/funding/fund';
import { readFunding } from '@/lib/server/services/batch-groups/funding/read-funding';

export const GET = route(getBatchFunding, ({ runtime, operator, params }) =>
  readFunding(runtime, operator, params),
);

export const POST = route(fundBatchGroup, ({ runtime, operator, params, body, noteForAudit }) =>
  fund(runtime, operator, params, body.total, noteForAudit),
);
