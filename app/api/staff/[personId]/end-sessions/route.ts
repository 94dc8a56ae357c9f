import { endStaffSessions } from '@/lib/contracts/staff.schema';
import { route } from '@/lib/server/http/route';
import { readStaffMemberOrThrow } from '@/lib/server/services/staff';

export const POST = route(endStaffSessions, async ({ runtime, params, noteForAudit }) => {
  await readStaffMemberOrThrow(runtime, params.personId);
  const ended = await runtime.sessions.endAllOf(params.personId);
  noteForAudit({ ended });
  return { ended };
});
