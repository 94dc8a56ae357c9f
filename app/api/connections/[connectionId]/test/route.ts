import { testConnection } from '@/lib/contracts/connections.schema';
import { route } from '@/lib/server/http/route';
import { testConnection as test } from '@/lib/server/services/connections/test-connection';

export const POST = route(testConnection, ({ runtime, params, noteForAudit }) =>
  test(runtime, params.connectionId, noteForAudit),
);
