import { findThings as endpoint } from '@/lib/contracts/find.schema';
import { route } from '@/lib/server/http/route';
import { findThings } from '@/lib/server/services/find/find-things';

export const GET = route(endpoint, ({ runtime, operator, scope, query }) =>
  findThings(runtime, operator, scope, query.query),
);
