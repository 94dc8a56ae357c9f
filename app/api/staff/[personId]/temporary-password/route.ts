import { issueTemporaryPassword } from '@/lib/contracts/staff.schema';
import { route } from '@/lib/server/http/route';
import { issuePassword } from '@/lib/server/services/change-staff';

export const POST = route(issueTemporaryPassword, ({ runtime, operator, params, noteForAudit }) =>
  issuePassword(runtime, operator, params.personId, noteForAudit),
);
