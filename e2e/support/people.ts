import { randomUUID } from 'node:crypto';
import type { Role } from '../../lib/catalogues/console-permissions.ts';
import { approve } from '../../lib/contracts/approvals.ts';
import { setPassword } from '../../lib/contracts/session.ts';
import { addStaff, issueTemporaryPassword, listStaff } from '../../lib/contracts/staff.ts';
import { demoPassword } from './accounts.ts';
import { type ConsoleClient, signInToConsole } from './console-client.ts';

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

/** The same with the password of the demo accounts, so that everything may be done to them without hurting another test. */
export async function addPersonWhoCanSignIn(
  consoleUrl: string,
  admin: ConsoleClient,
  admin2: ConsoleClient,
  role?: Role,
) {
  const person = await addPerson(admin, admin2, role);
  const issued = await admin.call(issueTemporaryPassword, { params: { personId: person.id }, body: {} });
  const temporary = issued.body.temporaryPassword ?? '';
  const newcomer = await signInToConsole(consoleUrl, person.email, temporary);
  await newcomer.call(setPassword, { body: { currentPassword: temporary, newPassword: demoPassword } });
  return person;
}
