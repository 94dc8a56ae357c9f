import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './staff.schema.ts';

export type StaffMember = z.output<typeof schema.staffMember>;
export type StaffChange = z.output<typeof schema.staffChangeReply>;
type Person = { personId: string };

export const listStaff = defineEndpoint<{ reply: z.output<typeof schema.staffList> }>()({
  method: 'GET',
  path: '/api/staff',
  consolePermission: 'staff.read',
});
export const addStaff = defineEndpoint<{ body: z.input<typeof schema.addStaffBody>; reply: StaffChange }>()({
  method: 'POST',
  path: '/api/staff',
  consolePermission: 'staff.write',
});
export const updateStaff = defineEndpoint<{
  params: Person;
  body: z.input<typeof schema.updateStaffBody>;
  reply: StaffChange;
}>()({ method: 'PATCH', path: '/api/staff/{personId}', consolePermission: 'staff.write' });
export const endStaffSessions = defineEndpoint<{
  params: Person;
  body: Record<string, never>;
  reply: { ended: number };
}>()({ method: 'POST', path: '/api/staff/{personId}/end-sessions', consolePermission: 'staff.write' });
export const issueTemporaryPassword = defineEndpoint<{
  params: Person;
  body: Record<string, never>;
  reply: { temporaryPassword: string | null; approvalId: string | null };
}>()({ method: 'POST', path: '/api/staff/{personId}/temporary-password', consolePermission: 'staff.write' });
