import { randomUUID } from 'node:crypto';
import type { Role } from '../../lib/catalogues/console-permissions.ts';
import { approve } from '../../lib/contracts/approvals.ts';
import { addStaff, listStaff } from '../../lib/contracts/staff.ts';
import type { ConsoleClient } from './console-client.ts';

export const newEmail = (): `${string}@${string}` => `newcomer-${randomUUID()}@example.com`;

/** Somebody of this test's own, without a password: one administrator asks, the other agrees. */
export async function addPerson(admin: ConsoleClient, admin2: ConsoleClient, role: Role = 'operator') {
  const email = newEmail();
  const { body } = await admin.call(addStaff, { body: { name: 'Ada Newcomer', email, role } });
  await admin2.call(approve, { params: { approvalId: body.approvalId ?? '' }, body: {} });
  const person = (await admin.call(listStaff, {})).body.items.find((item) => item.email === email);
  if (!person) throw new Error('The approved person is not in the list');
  return { ...person, email };
}
