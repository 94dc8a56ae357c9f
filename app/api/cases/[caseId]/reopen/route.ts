import { reopenCase } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { reopenCase as reopen } from '@/lib/server/services/cases/case-acts';

export const POST = route(reopenCase, ({ runtime, operator, params, body }) =>
  reopen(runtime, operator, params.caseId, body),
);
