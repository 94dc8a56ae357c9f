import { setPassword } from '@/lib/contracts/session.schema';
import { setOwnPassword } from '@/lib/server/auth/set-own-password';
import { route } from '@/lib/server/http/route';

export const POST = route(setPassword, async ({ runtime, operator, body }) => {
  await setOwnPassword(runtime, operator, body.currentPassword, body.newPassword);
  return {};
});
