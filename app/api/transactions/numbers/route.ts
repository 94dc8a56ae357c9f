import { readTransactionNumbers } from '@/lib/contracts/transaction-numbers.schema';
import { route } from '@/lib/server/http/route';
import { readNumbers } from '@/lib/server/services/transaction-numbers/read-numbers';

export const GET = route(readTransactionNumbers, ({ runtime, operator, query }) =>
  readNumbers(runtime, operator, query),
);
