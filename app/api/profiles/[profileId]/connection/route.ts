import { getProfileConnection } from '@/lib/contracts/profiles.schema';
import { route } from '@/lib/server/http/route';
import { readProfileConnection } from '@/lib/server/services/connections/profile-connection';

export const GET = route(getProfileConnection, ({ runtime, scope, params }) =>
  readProfileConnection(runtime, scope, params.profileId),
);
