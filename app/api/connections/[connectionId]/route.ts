import { disconnect, getConnection } from '@/lib/contracts/connections.schema';
import { route } from '@/lib/server/http/route';
import { disconnectUser } from '@/lib/server/services/connections/disconnect';
import { readConnectionDetails } from '@/lib/server/services/connections/read-connection';

export const GET = route(getConnection, ({ runtime, params }) =>
  readConnectionDetails(runtime, params.connectionId),
);

export const DELETE = route(disconnect, ({ runtime, params }) =>
  disconnectUser(runtime, params.connectionId),
);
