import { tryPayment } from '@/lib/contracts/connections.schema';
import { route } from '@/lib/server/http/route';
import { tryPayment as attempt } from '@/lib/server/services/connections/try-payment';

export const POST = route(tryPayment, ({ runtime, params, body, noteForAudit }) =>
  attempt(runtime, params.connectionId, body.profileId, noteForAudit),
);
