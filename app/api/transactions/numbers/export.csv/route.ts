import { exportTransactionNumbers } from '@/lib/contracts/transaction-numbers.schema';
import { route } from '@/lib/server/http/route';
import { exportNumbers } from '@/lib/server/services/transaction-numbers/export-numbers';

export const GET = route(exportTransactionNumbers, ({ runtime, operator, query, noteForAudit }) =>
  exportNumbers(runtime, operator, query, noteForAudit),
);
