import { addBranch, listBranches } from '@/lib/contracts/branches.schema';
import { route } from '@/lib/server/http/route';
import { addBranch as add } from '@/lib/server/services/branches/change-branches';
import { readBranches } from '@/lib/server/services/branches/read-branches';

export const GET = route(listBranches, async ({ runtime, scope }) => {
  const items = await readBranches(runtime.store.db, scope);
  return { items, nextCursor: null, total: items.length, asOf: new Date().toISOString() };
});

export const POST = route(addBranch, ({ runtime, body, noteForAudit }) => add(runtime, body, noteForAudit));
