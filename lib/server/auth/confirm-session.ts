import 'server-only';
import { eq } from 'drizzle-orm';
import { people } from '../db/schema/staff.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { Operator } from './operator.ts';
import { verifyPassword } from './password.ts';
import { giveBackPasswordTries, takePasswordTry } from './password-tries.ts';

const goodForMs = 5 * 60 * 1000;

/**
 * The tries are those of signing in, so that an open session is no way to guess on: the fifth wrong one locks for 15 minutes.
 * @returns until when it counts
 * @throws AppError wrong_password, too_many_tries
 */
export async function confirmOwnSession(
  { store, sessions }: Runtime,
  operator: Operator,
  password: string,
): Promise<Date> {
  if (!(await takePasswordTry(store.db, operator.personId))) throw new AppError('too_many_tries');
  const [person] = await store.db.select().from(people).where(eq(people.id, operator.personId));
  if (!person || !(await verifyPassword(password, person.passwordHash))) throw new AppError('wrong_password');
  await giveBackPasswordTries(store.db, person.id);
  const until = new Date(Date.now() + goodForMs);
  await sessions.confirm(operator.sessionId, person.id, until);
  return until;
}

/** @throws AppError confirm_required unless the person has shown within the last minutes that it is they */
export function requireConfirmed(operator: Operator): void {
  if (!operator.confirmedUntil || operator.confirmedUntil.getTime() <= Date.now())
    throw new AppError('confirm_required');
}
