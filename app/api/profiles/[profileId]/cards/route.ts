import { listProfileCards } from '@/lib/contracts/cards.schema';
import { route } from '@/lib/server/http/route';
import { listLiveCards } from '@/lib/server/services/profiles';

export const GET = route(listProfileCards, ({ runtime, scope, params, query }) =>
  listLiveCards(runtime, scope, params.profileId, query),
);
