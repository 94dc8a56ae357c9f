import { listTransactions } from '@/lib/contracts/transactions.schema';
import { route } from '@/lib/server/http/route';
import { listArchivedTransactions } from '@/lib/server/services/card-transactions/search/list';

export const GET = route(listTransactions, ({ runtime, operator, scope, query }) =>
  listArchivedTransactions(runtime, operator, scope, query),
);
