import { listEvidence } from '@/lib/contracts/evidence.schema';
import { route } from '@/lib/server/http/route';
import { listEvidence as list } from '@/lib/server/services/evidence/list-evidence';

export const GET = route(listEvidence, ({ runtime, query }) => list(runtime, query));
