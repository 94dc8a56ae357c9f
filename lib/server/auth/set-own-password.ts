import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { people } from '../db/schema/staff.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { Operator } from './operator.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { giveBackPasswordTries, takePasswordTry } from './password-tries.ts';

/** Every other session of the person ends; this one goes on. @throws AppError wrong_password, too_many_tries, validation_failed */
export async function setOwnPassword(
  { store, sessions }: Runtime,
  operator: Operator,
  current: string,
  next: string,
): Promise<void> {
  // The same tries as for signing in: an open session is no way to guess on.
  if (!(await takePasswordTry(store.db, operator.personId))) throw new AppError('too_many_tries');
  const [person] = await store.db.select().from(people).where(eq(people.id, operator.personId));
  if (!person || !(await verifyPassword(current, person.passwordHash))) throw new AppError('wrong_password');
  await giveBackPasswordTries(store.db, person.id);
  if (current === next) {
    throw new AppError('validation_failed', {
      fields: [{ path: 'body.newPassword', message: 'Choose one that differs from the present one.' }],
    });
  }
  await store.db
    .update(people)
    .set({
      passwordHash: await hashPassword(next),
      mustSetPassword: false,
      version: sql`${people.version} + 1`,
    })
    .where(eq(people.id, person.id));
  await sessions.endAllOf(person.id, operator.sessionId);
}
