import { listBranches } from '@/lib/contracts/staff.schema';
import { route } from '@/lib/server/http/route';
import { listBranches as readBranches } from '@/lib/server/services/staff';

export const GET = route(listBranches, async ({ runtime, scope }) => {
  const items = await readBranches(runtime, scope);
  return { items, nextCursor: null, total: items.length, asOf: new Date().toISOString() };
});
