import { unlinkTransaction } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { unlinkTransaction as unlink } from '@/lib/server/services/cases/link-transactions';

export const POST = route(unlinkTransaction, ({ runtime, operator, params, body }) =>
  unlink(runtime, operator, params.caseId, body),
);
