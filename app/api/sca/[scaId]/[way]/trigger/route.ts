import { triggerSca } from '@/lib/contracts/sca.schema';
import { route } from '@/lib/server/http/route';
import { sendPasscode } from '@/lib/server/sca/clear-challenges';

export const POST = route(triggerSca, ({ runtime, operator, params }) =>
  sendPasscode(runtime, operator, params.scaId, params.way),
);
