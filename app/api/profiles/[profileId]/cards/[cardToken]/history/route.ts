import { getCardHistory } from '@/lib/contracts/cards.schema';
import { route } from '@/lib/server/http/route';
import { readCardHistory } from '@/lib/server/services/card-history';

export const GET = route(getCardHistory, ({ runtime, operator, card, query }) =>
  readCardHistory(runtime, operator, card, query),
);
