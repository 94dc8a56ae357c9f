import { connect, listConnections } from '@/lib/contracts/connections.schema';
import { route } from '@/lib/server/http/route';
import { connectUser } from '@/lib/server/services/connections/connect';
import { listConnections as readConnections } from '@/lib/server/services/connections/list-connections';

export const GET = route(listConnections, ({ runtime, query }) => readConnections(runtime, query));

export const POST = route(connect, ({ runtime, operator, body, noteForAudit }) =>
  connectUser(runtime, operator, body, noteForAudit),
);
