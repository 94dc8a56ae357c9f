import { listApprovals } from '@/lib/contracts/approvals.schema';
import { route } from '@/lib/server/http/route';
import { listApprovals as readApprovals } from '@/lib/server/services/approvals';

export const GET = route(listApprovals, async ({ runtime, operator, query }) => {
  const items = await readApprovals(runtime, operator, query.state);
  return { items, nextCursor: null, total: items.length, asOf: new Date().toISOString() };
});
