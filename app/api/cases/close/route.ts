import { closeManyCases } from '@/lib/contracts/case-patterns.schema';
import { route } from '@/lib/server/http/route';
import { closeMany } from '@/lib/server/services/cases/close-many';

export const POST = route(closeManyCases, ({ runtime, operator, body }) =>
  closeMany(runtime, operator, body),
);
