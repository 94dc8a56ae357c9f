import { previewRetention } from '@/lib/contracts/retention.schema';
import { route } from '@/lib/server/http/route';
import { previewRetention as countPassing } from '@/lib/server/services/retention/read-retention';

export const GET = route(previewRetention, ({ runtime, operator, query }) =>
  countPassing(runtime.store.db, operator, query.class, query.days),
);
