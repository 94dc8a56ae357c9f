import { disagreeWithCase } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { disagreeWithCase as disagree } from '@/lib/server/services/cases/second-reader';

export const POST = route(disagreeWithCase, ({ runtime, operator, params, body }) =>
  disagree(runtime, operator, params.caseId, body),
);
