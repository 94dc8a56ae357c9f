import { getEvidence } from '@/lib/contracts/evidence.schema';
import { route } from '@/lib/server/http/route';
import { readEvidence } from '@/lib/server/services/evidence/list-evidence';

export const GET = route(getEvidence, ({ runtime, params }) => readEvidence(runtime, params.evidenceId));
