import { getSession } from '@/lib/contracts/session.schema';
import { toSession } from '@/lib/server/auth/operator';
import { route } from '@/lib/server/http/route';

export const GET = route(getSession, async ({ operator, runtime }) =>
  toSession(operator, runtime.env.wise.environment),
);
