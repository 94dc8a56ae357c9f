import { makeCaseEvidence } from '@/lib/contracts/evidence.schema';
import { route } from '@/lib/server/http/route';
import { makeCaseEvidence as make } from '@/lib/server/services/evidence/make-evidence';

export const POST = route(makeCaseEvidence, ({ runtime, operator, params, body, noteForAudit }) =>
  make(runtime, operator, params.caseId, body, noteForAudit),
);
