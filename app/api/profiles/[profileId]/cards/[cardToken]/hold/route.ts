import { changeHold, placeHold } from '@/lib/contracts/card-holds.schema';
import { route } from '@/lib/server/http/route';
import { changeHold as changeStandingHold } from '@/lib/server/services/card-holds/change-hold';
import { placeHold as placeOnCard } from '@/lib/server/services/card-holds/place-hold';

export const POST = route(placeHold, ({ runtime, operator, card, body, noteForAudit }) =>
  placeOnCard(runtime, operator, card, body, noteForAudit),
);

export const PATCH = route(changeHold, async ({ runtime, operator, card, body }) => ({
  hold: await changeStandingHold(runtime, operator, card, body),
}));
