import { addKiosk, listKiosks } from '@/lib/contracts/branches.schema';
import { route } from '@/lib/server/http/route';
import { addKiosk as add } from '@/lib/server/services/branches/change-kiosks';
import { readKiosks } from '@/lib/server/services/branches/read-branches';

export const GET = route(listKiosks, async ({ runtime, scope }) => {
  const items = await readKiosks(runtime.store.db, scope);
  return { items, nextCursor: null, total: items.length, asOf: new Date().toISOString() };
});

export const POST = route(addKiosk, ({ runtime, body }) => add(runtime, body));
