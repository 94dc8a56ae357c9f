import { exportCardTransactions } from '@/lib/contracts/card-transactions.schema';
import { route } from '@/lib/server/http/route';
import { exportTransactions } from '@/lib/server/services/card-transactions/export';

export const GET = route(exportCardTransactions, ({ runtime, operator, card, query, noteForAudit }) =>
  exportTransactions(runtime, card, operator, query, noteForAudit),
);
