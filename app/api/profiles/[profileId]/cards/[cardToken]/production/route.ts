import { getCardProduction, sendToKiosk } from '@/lib/contracts/card-productions.schema';
import { route } from '@/lib/server/http/route';
import { readCardProduction } from '@/lib/server/services/production/read-production';
import { sendToKiosk as sendCard } from '@/lib/server/services/production/send-to-kiosk';

export const GET = route(getCardProduction, ({ runtime, scope, card }) =>
  readCardProduction(runtime, scope, card),
);

export const PUT = route(sendToKiosk, ({ runtime, operator, card, body, noteForAudit }) =>
  sendCard(runtime, operator, card, body, noteForAudit),
);
