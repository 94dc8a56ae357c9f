import 'server-only';
import type { AuditTarget } from '../../../contracts/endpoint-schema.ts';
import type { Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';

/**
 * Another branch's thing does not exist for this person, and that they asked for it by its id stands in the trail. Only
 * for what is there: an id that is nowhere is a slip of the hand.
 * @throws AppError not_found, always
 */
export async function refuseOtherBranch(
  { audit }: Pick<Runtime, 'audit'>,
  operator: Pick<Operator, 'personId' | 'role'>,
  target: AuditTarget,
): Promise<never> {
  await audit.append({
    phase: 'event',
    action: 'access.denied',
    outcome: 'failed',
    errorCode: 'not_found',
    actor: { personId: operator.personId, role: operator.role },
    target,
    details: {},
  });
  throw new AppError('not_found');
}
