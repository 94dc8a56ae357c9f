import { acknowledgeHoldAlert } from '@/lib/contracts/card-holds.schema';
import { route } from '@/lib/server/http/route';
import { acknowledgeHoldAlert as acknowledge } from '@/lib/server/services/card-holds/change-hold';

export const POST = route(acknowledgeHoldAlert, async ({ runtime, operator, card, body }) => ({
  hold: await acknowledge(runtime, operator, card, body.holdId),
}));
