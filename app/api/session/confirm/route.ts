import { confirmSession } from '@/lib/contracts/session.schema';
import { confirmOwnSession } from '@/lib/server/auth/confirm-session';
import { route } from '@/lib/server/http/route';

export const POST = route(confirmSession, async ({ runtime, operator, body }) => {
  const until = await confirmOwnSession(runtime, operator, body.password);
  return { confirmedUntil: until.toISOString() };
});
