import { presetPin as endpoint } from '@/lib/contracts/card-orders.schema';
import { route } from '@/lib/server/http/route';
import { presetPin } from '@/lib/server/services/card-orders/preset-pin';

export const POST = route(endpoint, ({ runtime, scope, params, body, noteForAudit }) =>
  presetPin(runtime, scope, params, body.encryptedPayload, noteForAudit),
);
