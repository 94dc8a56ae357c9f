import { listTransactionExports } from '@/lib/contracts/transaction-exports.schema';
import { route } from '@/lib/server/http/route';
import { listExports } from '@/lib/server/services/card-transactions/exports/list-exports';

export const GET = route(listTransactionExports, ({ runtime, operator, query }) =>
  listExports(runtime, operator, query),
);
