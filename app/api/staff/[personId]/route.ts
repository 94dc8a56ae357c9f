import { updateStaff } from '@/lib/contracts/staff.schema';
import { route } from '@/lib/server/http/route';
import { updateStaffMember } from '@/lib/server/services/change-staff';

export const PATCH = route(updateStaff, ({ runtime, operator, params, body, noteForAudit }) =>
  updateStaffMember(runtime, operator, params.personId, body, noteForAudit),
);
