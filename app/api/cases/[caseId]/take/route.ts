import { takeCase } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { takeCase as take } from '@/lib/server/services/cases/case-acts';

export const POST = route(takeCase, ({ runtime, operator, params, body }) =>
  take(runtime, operator, params.caseId, body.version),
);
