import 'server-only';
import { z } from 'zod';
import { publishEvent } from '../../events/event-hub.ts';
import { replacePassword } from '../../services/staff-changes.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideAsAdministrator } from '../limits.ts';

const content = z.object({
  kind: z.literal('staff.temporary-password'),
  personId: z.uuid(),
  version: z.number().int(),
});

/** The password is shown to whoever approves, and kept nowhere. */
export const staffTemporaryPassword: ApprovalKind<z.output<typeof content>, string> = {
  kind: 'staff.temporary-password',
  content,
  mayDecide: mayDecideAsAdministrator,
  async carryOut(tx, { personId, version }, { note }) {
    note({ personId });
    const password = await replacePassword(tx, personId, version);
    await publishEvent(tx, { type: 'staff.changed' });
    return password;
  },
  async afterApproval(parts, { personId }, temporaryPassword) {
    await parts.sessions.endAllOf(personId);
    return temporaryPassword === undefined ? {} : { temporaryPassword };
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
