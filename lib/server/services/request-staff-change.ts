import 'server-only';
import { randomUUID } from 'node:crypto';
import type { StaffMember } from '../../contracts/staff.ts';
import { staffAdd } from '../approvals/kinds/staff-add.ts';
import { staffTemporaryPassword } from '../approvals/kinds/staff-temporary-password.ts';
import { staffUpdate } from '../approvals/kinds/staff-update.ts';
import { requestApproval } from '../approvals/request.ts';
import type { Operator } from '../auth/operator.ts';
import { branches } from '../db/schema/staff.ts';
import { publishEvent } from '../events/event-hub.ts';
import type { Runtime } from '../runtime.ts';
import { describeRequest, type StaffRequest } from './staff-changes.ts';

/**
 * Asks a second administrator.
 * @param before undefined for a new person
 * @returns the approval's id
 * @throws AppError conflict where a change to the same person waits already
 */
export async function requestStaffChange(
  parts: Runtime,
  operator: Operator,
  request: StaffRequest,
  before: StaffMember | undefined,
): Promise<string> {
  const known = new Map(
    (await parts.store.db.select().from(branches)).map((branch) => [branch.id, branch.name]),
  );
  const personId = request.kind === 'staff.add' ? undefined : request.personId;
  const whose = request.kind === 'staff.add' ? request.body : before;
  const common = {
    operator,
    subject: `${whose?.name}, ${whose?.email}`,
    lines: describeRequest(request, before, (id) => known.get(id) ?? id),
    resource: { type: 'person', id: personId ?? randomUUID() },
    alone: 'of-resource' as const,
    ...(personId !== undefined && { personId }),
  };
  return parts.store.db.transaction(async (tx) => {
    const { approvalId } = await ask();
    await publishEvent(tx, { type: 'staff.changed' });
    return approvalId;

    function ask() {
      switch (request.kind) {
        case 'staff.add':
          return requestApproval(parts, tx, staffAdd, { ...common, content: request });
        case 'staff.update':
          return requestApproval(parts, tx, staffUpdate, { ...common, content: request });
        case 'staff.temporary-password':
          return requestApproval(parts, tx, staffTemporaryPassword, { ...common, content: request });
      }
    }
  });
}
