import 'server-only';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  flagsOfRole,
  type PersonFlag,
  personFlags,
  type Role,
  roleNames,
  roles,
} from '../../catalogues/console-permissions.ts';
import type { StaffMember } from '../../contracts/staff.ts';
import { isPending } from '../approvals/state.ts';
import { approvalLimits, approvals } from '../db/schema/approvals.ts';
import { branches, people, personBranches } from '../db/schema/staff.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';

export async function listStaff(parts: Runtime): Promise<StaffMember[]> {
  const { db } = parts.store;
  const [rows, branchRows, limits, pending, active] = await Promise.all([
    db.select().from(people).orderBy(asc(people.name)),
    db
      .select({ personId: personBranches.personId, id: branches.id, name: branches.name })
      .from(personBranches)
      .innerJoin(branches, eq(branches.id, personBranches.branchId)),
    db.select().from(approvalLimits).orderBy(asc(approvalLimits.currency)),
    db.select({ id: approvals.id, personId: approvals.personId }).from(approvals).where(isPending),
    parts.sessions.countActive(),
  ]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: z.enum(roles).parse(row.role),
    flags: z.array(z.enum(personFlags)).parse(row.flags),
    branches: branchRows.filter((branch) => branch.personId === row.id).map(({ id, name }) => ({ id, name })),
    approvalLimits: limits
      .filter((limit) => limit.personId === row.id)
      .map(({ amount, currency }) => ({ currency, amount })),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    hasPassword: row.passwordHash !== null,
    sessions: active.get(row.id)?.count ?? 0,
    lastSeenAt: active.get(row.id)?.lastSeenAt.toISOString() ?? null,
    pendingApprovalId: pending.find((approval) => approval.personId === row.id)?.id ?? null,
    version: row.version,
  }));
}

export async function readStaffMemberOrThrow(parts: Runtime, personId: string): Promise<StaffMember> {
  const member = (await listStaff(parts)).find((person) => person.id === personId);
  if (!member) throw new AppError('not_found');
  return member;
}

/** @throws AppError validation_failed for a branch that does not exist */
export async function requireBranches(parts: Runtime, branchIds: string[]): Promise<void> {
  if (branchIds.length === 0) return;
  const known = await parts.store.db
    .select({ id: branches.id })
    .from(branches)
    .where(inArray(branches.id, branchIds));
  const unknown = branchIds.findIndex((id) => !known.some((branch) => branch.id === id));
  if (unknown >= 0) {
    throw new AppError('validation_failed', {
      fields: [{ path: `body.branchIds.${unknown}`, message: 'There is no such branch.' }],
    });
  }
}

/** @throws AppError validation_failed for a flag that the role cannot have */
export function requireFlagsOfRole(role: Role, flags: readonly PersonFlag[]): void {
  const wrong = flags.findIndex((flag) => !flagsOfRole[role].includes(flag));
  if (wrong < 0) return;
  throw new AppError('validation_failed', {
    fields: [{ path: `body.flags.${wrong}`, message: `The role ${roleNames[role]} does not have it.` }],
  });
}

/** The one administrator of a new installation has nobody to ask; from the second one on, two must agree. */
export async function isOnlyAdministrator(parts: Runtime): Promise<boolean> {
  const administrators = await parts.store.db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.role, 'admin'));
  return administrators.length <= 1;
}

/** @throws AppError validation_failed when somebody has this address */
export async function requireFreeEmail(parts: Runtime, email: string): Promise<void> {
  const [taken] = await parts.store.db
    .select({ id: people.id })
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.toLowerCase()));
  if (!taken) return;
  throw new AppError('validation_failed', {
    fields: [{ path: 'body.email', message: 'Somebody has this e-mail address already.' }],
  });
}
