import { getCardTransaction } from '@/lib/contracts/card-transactions.schema';
import { route } from '@/lib/server/http/route';
import { readTransaction } from '@/lib/server/services/card-transactions/read-transaction';

export const GET = route(getCardTransaction, ({ runtime, operator, scope, params }) =>
  readTransaction(runtime, scope, operator, params),
);
