import { handOverCase } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { handOverCase as handOver } from '@/lib/server/services/cases/case-acts';

export const POST = route(handOverCase, ({ runtime, operator, params, body }) =>
  handOver(runtime, operator, params.caseId, body),
);
