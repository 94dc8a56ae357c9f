import { getOverview } from '@/lib/contracts/overview.schema';
import { route } from '@/lib/server/http/route';
import { readOverview } from '@/lib/server/services/overview';

export const GET = route(getOverview, ({ runtime, operator, scope }) =>
  readOverview(runtime, operator, scope),
);
