import { getSca } from '@/lib/contracts/sca.schema';
import { route } from '@/lib/server/http/route';
import { readChallenges } from '@/lib/server/sca/clear-challenges';

export const GET = route(getSca, ({ runtime, operator, params }) =>
  readChallenges(runtime, operator, params.scaId),
);
