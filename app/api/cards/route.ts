import { listCards } from '@/lib/contracts/cards.schema';
import { route } from '@/lib/server/http/route';
import { listIndexedCards } from '@/lib/server/services/list-cards';

export const GET = route(listCards, ({ runtime, operator, scope, query }) =>
  listIndexedCards(runtime, operator, scope, query),
);
