import { getCaseCardTimeline } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { readCardTimeline } from '@/lib/server/services/cases/read-card-timeline';

export const GET = route(getCaseCardTimeline, ({ runtime, operator, params }) =>
  readCardTimeline(runtime, operator, params.caseId),
);
