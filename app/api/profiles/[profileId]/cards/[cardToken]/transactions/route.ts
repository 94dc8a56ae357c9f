import { listCardTransactions } from '@/lib/contracts/card-transactions.schema';
import { route } from '@/lib/server/http/route';
import { findTransactions } from '@/lib/server/services/card-transactions/find';

export const GET = route(listCardTransactions, ({ runtime, operator, card, query }) => {
  runtime.accessLog.note(operator.personId, card.profileId, card.token);
  return findTransactions(runtime, card, operator, query);
});
