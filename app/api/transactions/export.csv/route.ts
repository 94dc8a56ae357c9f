import { exportTransactions } from '@/lib/contracts/transactions.schema';
import { route } from '@/lib/server/http/route';
import { exportArchivedTransactions } from '@/lib/server/services/card-transactions/search/export';

export const GET = route(exportTransactions, ({ runtime, operator, scope, query, noteForAudit }) =>
  exportArchivedTransactions(runtime, operator, scope, query, noteForAudit),
);
