import { listProfiles } from '@/lib/contracts/profiles.schema';
import { route } from '@/lib/server/http/route';
import { listKnownProfiles } from '@/lib/server/services/profiles';

export const GET = route(listProfiles, async ({ runtime, scope }) => {
  const items = await listKnownProfiles(runtime, scope);
  return { items, nextCursor: null, total: items.length, asOf: new Date().toISOString() };
});
