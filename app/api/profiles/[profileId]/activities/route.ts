import { listActivities } from '@/lib/contracts/activities.schema';
import { route } from '@/lib/server/http/route';
import { listProfileActivities } from '@/lib/server/services/activities/list-activities';

export const GET = route(listActivities, ({ runtime, scope, operator, params, query }) =>
  listProfileActivities(runtime, scope, operator, params.profileId, query),
);
