import { revealPin } from '@/lib/contracts/sensitive-details.schema';
import { route } from '@/lib/server/http/route';
import { revealCardData } from '@/lib/server/services/reveals/reveal-card-data';

export const POST = route(revealPin, ({ runtime, operator, card, body, requestId, noteForAudit }) =>
  revealCardData(runtime, operator, card, 'pin', body, requestId, noteForAudit),
);
