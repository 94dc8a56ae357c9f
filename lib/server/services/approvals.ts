import 'server-only';
import { and, desc, eq, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Approval } from '../../contracts/approvals.ts';
import type { StaffMember } from '../../contracts/staff.ts';
import type { Operator } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { approvals, branches, people } from '../db/schema/staff.ts';
import { publishEvent } from '../events/event-hub.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import {
  describeRequest,
  insertPerson,
  replacePassword,
  type StaffRequest,
  staffRequest,
  updatePerson,
} from './staff-changes.ts';

const shownDecided = 100;
const kindSchema = z.enum(['staff.add', 'staff.update', 'staff.temporary-password']);
const stateSchema = z.enum(['pending', 'approved', 'refused']);
const linesSchema = z.object({ request: staffRequest, lines: z.array(z.string()) });

export async function listApprovals(
  parts: Runtime,
  operator: Operator,
  state: 'pending' | 'decided',
): Promise<Approval[]> {
  const requester = alias(people, 'requester');
  const decider = alias(people, 'decider');
  const rows = await parts.store.db
    .select({ row: approvals, requestedBy: requester.name, decidedBy: decider.name })
    .from(approvals)
    .innerJoin(requester, eq(requester.id, approvals.requestedBy))
    .leftJoin(decider, eq(decider.id, approvals.decidedBy))
    .where(state === 'pending' ? eq(approvals.state, 'pending') : ne(approvals.state, 'pending'))
    .orderBy(desc(approvals.requestedAt))
    .limit(shownDecided);
  return rows.map(({ row, requestedBy, decidedBy }) => ({
    id: row.id,
    kind: kindSchema.parse(row.kind),
    subject: row.subject,
    lines: linesSchema.parse(JSON.parse(row.request)).lines,
    requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    state: stateSchema.parse(row.state),
    decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    isOwn: row.requestedBy === operator.personId || row.personId === operator.personId,
  }));
}

export async function requestApproval(
  parts: Runtime,
  operator: Operator,
  request: StaffRequest,
  before: StaffMember | undefined,
): Promise<string> {
  const known = new Map(
    (await parts.store.db.select().from(branches)).map((branch) => [branch.id, branch.name]),
  );
  const lines = describeRequest(request, before, (id) => known.get(id) ?? id);
  const subject =
    request.kind === 'staff.add'
      ? `${request.body.name}, ${request.body.email}`
      : `${before?.name}, ${before?.email}`;
  return parts.store.db.transaction(async (tx) => {
    const [added] = await tx
      .insert(approvals)
      .values({
        kind: request.kind,
        personId: request.kind === 'staff.add' ? null : request.personId,
        subject,
        request: JSON.stringify({ request, lines }),
        requestedBy: operator.personId,
      })
      .returning({ id: approvals.id });
    await publishEvent(tx, { type: 'approvals.changed' }, { type: 'staff.changed' });
    if (!added) throw new Error('The approval was not stored');
    return added.id;
  });
}

/**
 * Decides and, if approved, does what was asked for, both or neither.
 * @throws AppError second_person_required for one's own request, already_decided, conflict when the person changed since
 */
export async function decideApproval(
  parts: Runtime,
  operator: Operator,
  approvalId: string,
  decision: 'approved' | 'refused',
  note: (details: Record<string, unknown>) => void,
): Promise<{ approval: Approval; temporaryPassword: string | null }> {
  const { temporaryPassword, affectedPersonId } = await parts.store.db.transaction(async (tx) => {
    const [row] = await tx.select().from(approvals).where(eq(approvals.id, approvalId)).for('update');
    if (!row) throw new AppError('not_found');
    if (row.requestedBy === operator.personId) throw new AppError('second_person_required');
    if (row.state !== 'pending') throw new AppError('already_decided');
    // Nobody decides on their own rights either.
    if (row.personId === operator.personId) throw new AppError('second_person_required');
    await tx
      .update(approvals)
      .set({ state: decision, decidedBy: operator.personId, decidedAt: new Date() })
      .where(and(eq(approvals.id, approvalId), eq(approvals.state, 'pending')));
    const { request } = linesSchema.parse(JSON.parse(row.request));
    note({ kind: request.kind });
    const done =
      decision === 'approved'
        ? await carryOut(tx, request)
        : { temporaryPassword: null, affectedPersonId: null };
    if (done.affectedPersonId) note({ personId: done.affectedPersonId });
    await publishEvent(tx, { type: 'approvals.changed' }, { type: 'staff.changed' });
    return done;
  });
  if (affectedPersonId) await parts.sessions.endAllOf(affectedPersonId);
  const approval = (await listApprovals(parts, operator, 'decided')).find((one) => one.id === approvalId);
  if (!approval) throw new AppError('not_found');
  return { approval, temporaryPassword };
}

async function carryOut(tx: Database, request: StaffRequest) {
  switch (request.kind) {
    case 'staff.add':
      return { temporaryPassword: null, affectedPersonId: await insertPerson(tx, request.body) };
    case 'staff.update':
      await updatePerson(tx, request.personId, request.body);
      return { temporaryPassword: null, affectedPersonId: request.personId };
    case 'staff.temporary-password':
      return {
        temporaryPassword: await replacePassword(tx, request.personId, request.version),
        affectedPersonId: request.personId,
      };
  }
}
