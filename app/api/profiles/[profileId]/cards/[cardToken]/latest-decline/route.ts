import { getLatestDecline } from '@/lib/contracts/card-transactions.schema';
import { route } from '@/lib/server/http/route';
import { readLatestDecline } from '@/lib/server/services/card-transactions/latest-decline';

export const GET = route(getLatestDecline, ({ runtime, operator, card }) => {
  runtime.accessLog.note(operator.personId, card.profileId, card.token);
  return readLatestDecline(runtime, card, operator);
});
