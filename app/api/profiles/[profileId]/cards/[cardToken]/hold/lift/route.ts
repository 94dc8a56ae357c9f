import { liftHold } from '@/lib/contracts/card-holds.schema';
import { route } from '@/lib/server/http/route';
import { liftHold as liftFromCard } from '@/lib/server/services/card-holds/lift-hold';

export const POST = route(liftHold, ({ runtime, operator, card, body, noteForAudit }) =>
  liftFromCard(runtime, operator, card, body, noteForAudit),
);
