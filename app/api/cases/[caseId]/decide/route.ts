import { decideCase } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { decideCase as decide } from '@/lib/server/services/cases/case-acts';

export const POST = route(decideCase, ({ runtime, operator, params, body }) =>
  decide(runtime, operator, params.caseId, body),
);
