import { getCard } from '@/lib/contracts/cards.schema';
import { route } from '@/lib/server/http/route';
import { readCard } from '@/lib/server/services/read-card';

export const GET = route(getCard, async ({ runtime, operator, card }) => {
  runtime.accessLog.note(operator.personId, card.profileId, card.token);
  return readCard(runtime, operator, card);
});
