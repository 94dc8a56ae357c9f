import { agreeToCase } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { agreeToCase as agree } from '@/lib/server/services/cases/second-reader';

export const POST = route(agreeToCase, ({ runtime, operator, params, body }) =>
  agree(runtime, operator, params.caseId, body),
);
