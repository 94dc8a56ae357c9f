import { z } from 'zod';
import { personFlags, roles } from '../catalogues/console-permissions.ts';
import { currencyCode, decimalText, instant, listOf, serveEndpoint } from './endpoint-schema.ts';
import { branch } from './session.schema.ts';
import * as endpoints from './staff.ts';

const approvalLimits = z
  .array(z.strictObject({ currency: currencyCode, amount: decimalText }))
  .max(50)
  .refine(
    (limits) => new Set(limits.map(({ currency }) => currency)).size === limits.length,
    'A currency is named twice.',
  );

export const staffMember = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  flags: z.array(z.enum(personFlags)),
  branches: z.array(branch),
  /** Up to which amount the person may approve; nothing in a currency that is missing. */
  approvalLimits,
  disabledAt: instant.nullable(),
  hasPassword: z.boolean(),
  sessions: z.number().int(),
  lastSeenAt: instant.nullable(),
  /** A change to this person that waits for a second administrator. */
  pendingApprovalId: z.uuid().nullable(),
  version: z.number().int(),
});
const role = z.enum(roles);
const flags = z.array(z.enum(personFlags)).max(personFlags.length);
const branchIds = z.array(z.string().max(60)).max(100);
export const addStaffBody = z.strictObject({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(200),
  role,
  flags: flags.default([]),
  branchIds: branchIds.default([]),
  approvalLimits: approvalLimits.default([]),
});
/** Only what is given changes. `version`: as read, so that nobody overwrites what they did not see. */
export const updateStaffBody = z.strictObject({
  version: z.number().int(),
  name: z.string().trim().min(1).max(120).optional(),
  role: role.optional(),
  flags: flags.optional(),
  branchIds: branchIds.optional(),
  approvalLimits: approvalLimits.optional(),
  disabled: z.boolean().optional(),
});
/** `approvalId`: set when the change waits for a second administrator; then `person` is as before. */
export const staffChangeReply = z.object({ person: staffMember.nullable(), approvalId: z.uuid().nullable() });
export const staffList = listOf(staffMember);

const path = z.strictObject({ personId: z.uuid() });
const person = ({ params }: { params: Record<string, string> }) => ({
  type: 'person' as const,
  id: params.personId ?? '',
});

export const listStaff = serveEndpoint(endpoints.listStaff, { reply: staffList });
export const addStaff = serveEndpoint(endpoints.addStaff, {
  body: addStaffBody,
  reply: staffChangeReply,
  audit: { action: 'staff.add', target: () => ({ type: 'person', id: 'new' }) },
});
export const updateStaff = serveEndpoint(endpoints.updateStaff, {
  params: path,
  body: updateStaffBody,
  reply: staffChangeReply,
  audit: { action: 'staff.update', target: person },
});
export const endStaffSessions = serveEndpoint(endpoints.endStaffSessions, {
  params: path,
  body: z.strictObject({}),
  reply: z.object({ ended: z.number().int() }),
  audit: { action: 'staff.end-sessions', target: person },
});
/** Shown once; the person must set an own password with it. Replacing an existing password waits for a second administrator. */
export const issueTemporaryPassword = serveEndpoint(endpoints.issueTemporaryPassword, {
  params: path,
  body: z.strictObject({}),
  reply: z.object({ temporaryPassword: z.string().nullable(), approvalId: z.uuid().nullable() }),
  audit: { action: 'staff.issue-temporary-password', target: person },
});
