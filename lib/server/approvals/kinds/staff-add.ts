import 'server-only';
import { z } from 'zod';
import { addStaffBody } from '../../../contracts/staff.schema.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { insertPerson } from '../../services/staff-changes.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideAsAdministrator } from '../limits.ts';

const content = z.object({ kind: z.literal('staff.add'), body: addStaffBody });

export const staffAdd: ApprovalKind<z.output<typeof content>> = {
  kind: 'staff.add',
  content,
  mayDecide: mayDecideAsAdministrator,
  async carryOut(tx, { body }, { note }) {
    note({ personId: await insertPerson(tx, body) });
    await publishEvent(tx, { type: 'staff.changed' });
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
