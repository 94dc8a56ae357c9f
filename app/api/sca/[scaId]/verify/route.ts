import { verifySca } from '@/lib/contracts/sca.schema';
import { route } from '@/lib/server/http/route';
import { verifyProof } from '@/lib/server/sca/clear-challenges';

export const POST = route(verifySca, ({ runtime, operator, params, body }) =>
  verifyProof(runtime, operator, params.scaId, body.type, body.value),
);
