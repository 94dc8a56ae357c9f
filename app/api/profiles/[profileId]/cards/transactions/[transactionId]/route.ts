import { getCardTransaction } from '@/lib/contracts/card-transactions.schema';
import { route } from '@/lib/server/http/route';
import { readTransaction } from '@/lib/server/services/card-transactions/read-transaction';

export const GET = route(getCardTransaction, async ({ runtime, operator, scope, params }) => {
  const transaction = await readTransaction(runtime, scope, operator, params);
  runtime.accessLog.note(operator.personId, transaction.profileId, transaction.cardToken);
  return transaction;
});
