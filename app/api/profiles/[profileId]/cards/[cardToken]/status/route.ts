import { updateCardStatus } from '@/lib/contracts/cards.schema';
import { route } from '@/lib/server/http/route';
import { changeCardStatus } from '@/lib/server/services/card-status';

export const PUT = route(updateCardStatus, ({ runtime, operator, card, body, noteForAudit }) =>
  changeCardStatus(runtime, operator, card, body.status, noteForAudit),
);
