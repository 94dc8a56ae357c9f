import { findThings } from '@/lib/contracts/find.schema';
import { route } from '@/lib/server/http/route';
import { findCardsAndProfiles } from '@/lib/server/services/find/find-things';

export const GET = route(findThings, ({ runtime, operator, scope, query }) =>
  findCardsAndProfiles(runtime, operator, scope, query.query),
);
