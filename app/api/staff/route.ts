import { addStaff, listStaff } from '@/lib/contracts/staff.schema';
import { route } from '@/lib/server/http/route';
import { addStaffMember } from '@/lib/server/services/change-staff';
import { listStaff as readStaff } from '@/lib/server/services/staff';

export const GET = route(listStaff, async ({ runtime }) => {
  const items = await readStaff(runtime);
  return { items, nextCursor: null, total: items.length, asOf: new Date().toISOString() };
});

export const POST = route(addStaff, ({ runtime, operator, body, noteForAudit }) =>
  addStaffMember(runtime, operator, body, noteForAudit),
);
