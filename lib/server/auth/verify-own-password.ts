import 'server-only';
import { eq } from 'drizzle-orm';
import { people } from '../db/schema/staff.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { Operator } from './operator.ts';
import { verifyPassword } from './password.ts';
import { giveBackPasswordTries, takePasswordTry } from './password-tries.ts';

/**
 * The tries are those of signing in, so that an open session is no way to guess on: the fifth wrong one locks for 15 minutes.
 * @throws AppError wrong_password, too_many_tries
 */
export async function verifyOwnPassword(
  { store }: Runtime,
  { personId }: Operator,
  password: string,
): Promise<void> {
  if (!(await takePasswordTry(store.db, personId))) throw new AppError('too_many_tries');
  const [person] = await store.db.select().from(people).where(eq(people.id, personId));
  if (!person || !(await verifyPassword(password, person.passwordHash))) throw new AppError('wrong_password');
  await giveBackPasswordTries(store.db, personId);
}
