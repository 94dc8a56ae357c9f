import 'server-only';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { Operator } from './operator.ts';
import { verifyOwnPassword } from './verify-own-password.ts';

const goodForMs = 5 * 60 * 1000;

/** @returns until when it counts. @throws AppError wrong_password, too_many_tries */
export async function confirmOwnSession(parts: Runtime, operator: Operator, password: string): Promise<Date> {
  await verifyOwnPassword(parts, operator, password);
  const until = new Date(Date.now() + goodForMs);
  await parts.sessions.confirm(operator.sessionId, operator.personId, until);
  return until;
}

/** @throws AppError confirm_required unless the person has shown within the last minutes that it is they */
export function requireConfirmed(operator: Operator): void {
  if (!operator.confirmedUntil || operator.confirmedUntil.getTime() <= Date.now())
    throw new AppError('confirm_required');
}
