import { getTransactionExport } from '@/lib/contracts/transaction-exports.schema';
import { route } from '@/lib/server/http/route';
import { readExport } from '@/lib/server/services/card-transactions/exports/list-exports';

export const GET = route(getTransactionExport, ({ runtime, operator, params }) =>
  readExport(runtime, operator, params.exportId),
);
