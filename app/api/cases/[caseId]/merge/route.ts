import { mergeCases } from '@/lib/contracts/case-patterns.schema';
import { route } from '@/lib/server/http/route';
import { mergeCases as merge } from '@/lib/server/services/cases/merge-cases';

export const POST = route(mergeCases, ({ runtime, operator, params, body }) =>
  merge(runtime, operator, params.caseId, body),
);
