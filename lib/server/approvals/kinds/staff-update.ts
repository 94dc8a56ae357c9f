import 'server-only';
import { z } from 'zod';
import { updateStaffBody } from '../../../contracts/staff.schema.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { updatePerson } from '../../services/staff-changes.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideAsAdministrator } from '../limits.ts';

const content = z.object({ kind: z.literal('staff.update'), personId: z.uuid(), body: updateStaffBody });

export const staffUpdate: ApprovalKind<z.output<typeof content>> = {
  kind: 'staff.update',
  content,
  mayDecide: mayDecideAsAdministrator,
  async carryOut(tx, { body, personId }, { note }) {
    note({ personId });
    await updatePerson(tx, personId, body);
    await publishEvent(tx, { type: 'staff.changed' });
  },
  async afterApproval(parts, { personId }) {
    await parts.sessions.endAllOf(personId);
    return {};
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
