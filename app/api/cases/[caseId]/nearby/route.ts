import { findNearby } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { findNearby as nearby } from '@/lib/server/services/cases/nearby';

export const GET = route(findNearby, ({ runtime, params }) => nearby(runtime, params.caseId));
