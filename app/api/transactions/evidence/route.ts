import { makeTransactionEvidence } from '@/lib/contracts/evidence.schema';
import { route } from '@/lib/server/http/route';
import { makeTransactionEvidence as make } from '@/lib/server/services/evidence/make-evidence';

export const POST = route(makeTransactionEvidence, ({ runtime, operator, body, noteForAudit }) =>
  make(runtime, operator, body, noteForAudit),
);
