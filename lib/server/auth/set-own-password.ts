import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { people } from '../db/schema/staff.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { Operator } from './operator.ts';
import { hashPassword } from './password.ts';
import { verifyOwnPassword } from './verify-own-password.ts';

/** Every other session of the person ends; this one goes on. @throws AppError wrong_password, too_many_tries, validation_failed */
export async function setOwnPassword(
  parts: Runtime,
  operator: Operator,
  current: string,
  next: string,
): Promise<void> {
  await verifyOwnPassword(parts, operator, current);
  if (current === next) {
    throw new AppError('validation_failed', {
      fields: [{ path: 'body.newPassword', message: 'Choose one that differs from the present one.' }],
    });
  }
  await parts.store.db
    .update(people)
    .set({
      passwordHash: await hashPassword(next),
      mustSetPassword: false,
      version: sql`${people.version} + 1`,
    })
    .where(eq(people.id, operator.personId));
  await parts.sessions.endAllOf(operator.personId, operator.sessionId);
}
