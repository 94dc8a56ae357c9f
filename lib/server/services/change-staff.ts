import 'server-only';
import type { z } from 'zod';
import type { addStaffBody, updateStaffBody } from '../../contracts/staff.schema.ts';
import type { StaffChange } from '../../contracts/staff.ts';
import type { Operator } from '../auth/operator.ts';
import { publishEvent } from '../events/event-hub.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { requestStaffChange } from './request-staff-change.ts';
import {
  isOnlyAdministrator,
  readStaffMemberOrThrow,
  requireBranches,
  requireFlagsOfRole,
  requireFreeEmail,
} from './staff.ts';
import { insertPerson, needsSecondPerson, replacePassword, updatePerson } from './staff-changes.ts';

type Note = (details: Record<string, unknown>) => void;

/** A new person waits for a second administrator, except while there is only one. */
export async function addStaffMember(
  parts: Runtime,
  operator: Operator,
  body: z.output<typeof addStaffBody>,
  note: Note,
): Promise<StaffChange> {
  requireFlagsOfRole(body.role, body.flags);
  await requireBranches(parts, body.branchIds);
  await requireFreeEmail(parts, body.email);
  note({
    role: body.role,
    flags: body.flags,
    branchIds: body.branchIds,
    ...(body.approvalLimits.length > 0 && { approvalLimits: body.approvalLimits }),
  });
  if (!(await isOnlyAdministrator(parts))) {
    const approvalId = await requestStaffChange(parts, operator, { kind: 'staff.add', body }, undefined);
    note({ approvalId });
    return { person: null, approvalId };
  }
  const personId = await parts.store.db.transaction(async (tx) => {
    const id = await insertPerson(tx, body);
    await publishEvent(tx, { type: 'staff.changed' });
    return id;
  });
  note({ personId });
  return { person: await readStaffMemberOrThrow(parts, personId), approvalId: null };
}

/** Disabling acts at once, since it only takes away; what gives rights waits for a second administrator. */
export async function updateStaffMember(
  parts: Runtime,
  operator: Operator,
  personId: string,
  body: z.output<typeof updateStaffBody>,
  note: Note,
): Promise<StaffChange> {
  const before = await readStaffMemberOrThrow(parts, personId);
  const { role, flags, branchIds, disabled } = body;
  const limits = body.approvalLimits;
  note({
    ...(role && { role }),
    ...(flags && { flags }),
    ...(branchIds && { branchIds }),
    ...(limits && { approvalLimits: limits }),
    ...(disabled !== undefined && { disabled }),
  });
  if (before.version !== body.version) throw new AppError('conflict');
  if (before.pendingApprovalId)
    throw new AppError('conflict', { detail: 'A change to this person waits for approval already.' });
  if (personId === operator.personId) throw new AppError('second_person_required');
  // Whoever changes the role says with it which flags go on.
  if (flags) requireFlagsOfRole(role ?? before.role, flags);
  await requireBranches(parts, branchIds ?? []);
  if (needsSecondPerson(before, body) && !(await isOnlyAdministrator(parts))) {
    const approvalId = await requestStaffChange(
      parts,
      operator,
      { kind: 'staff.update', personId, body },
      before,
    );
    note({ approvalId });
    return { person: before, approvalId };
  }
  await parts.store.db.transaction(async (tx) => {
    await updatePerson(tx, personId, body);
    await publishEvent(tx, { type: 'staff.changed' });
  });
  // A new name gives and takes nothing; anything else counts from the next sign-in.
  const onlyName = !role && !flags && !branchIds && !limits && disabled === undefined;
  if (!onlyName) await parts.sessions.endAllOf(personId);
  return { person: await readStaffMemberOrThrow(parts, personId), approvalId: null };
}

/** A first password is given at once; replacing one would let an administrator act as that person, so two must agree. */
export async function issuePassword(parts: Runtime, operator: Operator, personId: string, note: Note) {
  const before = await readStaffMemberOrThrow(parts, personId);
  if (before.disabledAt) throw new AppError('conflict', { detail: 'The person is disabled.' });
  if (before.pendingApprovalId)
    throw new AppError('conflict', { detail: 'A change to this person waits for approval already.' });
  if (before.hasPassword && !(await isOnlyAdministrator(parts))) {
    const request = { kind: 'staff.temporary-password' as const, personId, version: before.version };
    const approvalId = await requestStaffChange(parts, operator, request, before);
    note({ approvalId });
    return { temporaryPassword: null, approvalId };
  }
  const temporaryPassword = await parts.store.db.transaction(async (tx) => {
    await publishEvent(tx, { type: 'staff.changed' });
    return replacePassword(tx, personId, before.version);
  });
  await parts.sessions.endAllOf(personId);
  return { temporaryPassword, approvalId: null };
}
