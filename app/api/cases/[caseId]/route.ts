import { getCase } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { openCaseFor } from '@/lib/server/services/cases/open-case';

export const GET = route(getCase, ({ runtime, operator, params, requestId }) =>
  openCaseFor(runtime, operator, params.caseId, requestId),
);
