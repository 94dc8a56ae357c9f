import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type PersonFlag, personFlagNames, roleNames } from '../../catalogues/console-permissions.ts';
import type { addStaffBody, updateStaffBody } from '../../contracts/staff.schema.ts';
import type { StaffMember } from '../../contracts/staff.ts';
import { hashPassword, makeTemporaryPassword } from '../auth/password.ts';
import type { Database } from '../db/database.ts';
import { approvalLimits } from '../db/schema/approvals.ts';
import { people, personBranches } from '../db/schema/staff.ts';
import { formatMoney } from '../../format/money.ts';
import { AppError } from '../http/app-error.ts';

/** A change to staff that takes two administrators. */
export type StaffRequest =
  | { kind: 'staff.add'; body: z.output<typeof addStaffBody> }
  | { kind: 'staff.update'; personId: string; body: UpdateBody }
  | { kind: 'staff.temporary-password'; personId: string; version: number };
type UpdateBody = z.output<typeof updateStaffBody>;

/** Roles, flags, limits and branches decide what a person may do, so two administrators decide on them; so does giving access back. */
export function needsSecondPerson(before: StaffMember, body: UpdateBody): boolean {
  const isEnabling = body.disabled === false && before.disabledAt !== null;
  const isDisablingAdministrator = body.disabled === true && before.role === 'admin';
  const changesRights = [body.role, body.flags, body.branchIds, body.approvalLimits].some(
    (value) => value !== undefined,
  );
  return changesRights || isEnabling || isDisablingAdministrator;
}

/** Exactly what is asked for, one plain sentence each. */
export function describeRequest(
  request: StaffRequest,
  before: StaffMember | undefined,
  branchName: (id: string) => string,
): string[] {
  const names = (ids: string[]) => (ids.length > 0 ? ids.map(branchName).join(', ') : 'none');
  const flagNames = (flags: PersonFlag[]) =>
    flags.length > 0 ? flags.map((flag) => personFlagNames[flag]).join(', ') : 'none';
  const limitNames = (limits: StaffMember['approvalLimits']) =>
    limits.length > 0
      ? limits.map(({ amount, currency }) => formatMoney(amount, currency)).join(', ')
      : 'nothing';
  if (request.kind === 'staff.temporary-password') {
    return [
      'Replaces the password with a temporary one, shown once to whoever approves.',
      'Ends all sessions of this person.',
    ];
  }
  if (request.kind === 'staff.add') {
    const { role, flags, branchIds } = request.body;
    const limits = request.body.approvalLimits;
    return [
      `Adds a new person as ${roleNames[role]}.`,
      `Flags: ${flagNames(flags)}.`,
      `Branches: ${names(branchIds)}.`,
      ...(limits.length > 0 ? [`May approve up to: ${limitNames(limits)}.`] : []),
    ];
  }
  const { role, flags, branchIds, disabled, name } = request.body;
  const limitsAfter = request.body.approvalLimits;
  const lines: string[] = [];
  if (name !== undefined) lines.push('Changes the name.');
  if (role !== undefined && before) lines.push(`Role: ${roleNames[before.role]} → ${roleNames[role]}.`);
  if (flags !== undefined && before) lines.push(`Flags: ${flagNames(before.flags)} → ${flagNames(flags)}.`);
  if (branchIds !== undefined && before) {
    lines.push(`Branches: ${names(before.branches.map((branch) => branch.id))} → ${names(branchIds)}.`);
  }
  if (limitsAfter !== undefined && before) {
    lines.push(`May approve up to: ${limitNames(before.approvalLimits)} → ${limitNames(limitsAfter)}.`);
  }
  if (disabled === true) lines.push('Disables the person and ends all sessions.');
  if (disabled === false) lines.push('Lets the person sign in again.');
  return lines;
}

export async function insertPerson(tx: Database, body: z.output<typeof addStaffBody>): Promise<string> {
  const { name, email, role, flags, branchIds } = body;
  const [added] = await tx
    .insert(people)
    .values({ name, email, role, flags })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (!added) {
    throw new AppError('validation_failed', {
      fields: [{ path: 'body.email', message: 'Somebody has this e-mail address already.' }],
    });
  }
  if (branchIds.length > 0)
    await tx.insert(personBranches).values(branchIds.map((branchId) => ({ personId: added.id, branchId })));
  await setLimits(tx, added.id, body.approvalLimits);
  return added.id;
}

/** @throws AppError conflict when the person changed since the version that was seen */
export async function updatePerson(tx: Database, personId: string, body: UpdateBody): Promise<void> {
  const { version, name, role, flags, branchIds, disabled } = body;
  const [updated] = await tx
    .update(people)
    .set({
      version: version + 1,
      ...(name !== undefined && { name }),
      ...(role !== undefined && { role }),
      ...(flags !== undefined && { flags }),
      ...(disabled !== undefined && { disabledAt: disabled ? new Date() : null }),
    })
    .where(and(eq(people.id, personId), eq(people.version, version)))
    .returning({ id: people.id });
  if (!updated) throw new AppError('conflict');
  if (branchIds !== undefined) {
    await tx.delete(personBranches).where(eq(personBranches.personId, personId));
    if (branchIds.length > 0)
      await tx.insert(personBranches).values(branchIds.map((branchId) => ({ personId, branchId })));
  }
  if (body.approvalLimits !== undefined) await setLimits(tx, personId, body.approvalLimits);
}

async function setLimits(
  tx: Database,
  personId: string,
  limits: StaffMember['approvalLimits'],
): Promise<void> {
  await tx.delete(approvalLimits).where(eq(approvalLimits.personId, personId));
  if (limits.length > 0)
    await tx.insert(approvalLimits).values(limits.map((limit) => ({ personId, ...limit })));
}

/** @returns the password, to be shown once; only its hash is kept */
export async function replacePassword(tx: Database, personId: string, version?: number): Promise<string> {
  const password = makeTemporaryPassword();
  const [updated] = await tx
    .update(people)
    .set({
      passwordHash: await hashPassword(password),
      mustSetPassword: true,
      failedSignIns: 0,
      lockedUntil: null,
      version: sql`${people.version} + 1`,
    })
    .where(and(eq(people.id, personId), version === undefined ? undefined : eq(people.version, version)))
    .returning({ id: people.id });
  if (!updated) throw new AppError(version === undefined ? 'not_found' : 'conflict');
  return password;
}
