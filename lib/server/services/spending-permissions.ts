import 'server-only';
import { textOfSpendingPermission } from '../../catalogues/spending-permissions.ts';
import type { SpendingPermissions } from '../../contracts/spending-permissions.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { explainSpendingPermissionRefusal } from '../wise/resources/spending-permissions.ts';
import { keepReading } from './spending-permission-readings/keep-reading.ts';
import type { LocatedCard } from './locate-card.ts';

const interactive = (card: LocatedCard) => ({ userId: card.userId, priority: 'interactive' as const });

export async function readSpendingPermissions(
  parts: Runtime,
  card: LocatedCard,
): Promise<SpendingPermissions> {
  const readAt = new Date();
  const permissions = await parts.wise.spendingPermissions.getSpendingPermissions(
    interactive(card),
    card.profileId,
    card.token,
  );
  await parts.afterWrite(keepReading(parts.store.db, { cardToken: card.token, readAt, permissions }));
  return { permissions, readAt: readAt.toISOString() };
}

/**
 * Wise changes all of them or none, and its answer holds no state: what stands then is read again.
 * @throws AppError spending_permission_locked, spending_permission_not_supported, outcome_unknown
 */
export async function changeSpendingPermissions(
  parts: Runtime,
  card: LocatedCard,
  changes: { type: string; isEnabled: boolean }[],
): Promise<SpendingPermissions> {
  await parts.wise.spendingPermissions
    .updateSpendingPermissions(interactive(card), card.profileId, card.token, changes)
    .catch(explainRefusal);
  await parts.afterWrite(parts.tellCardChanged(card.profileId, card.token));
  try {
    return await readSpendingPermissions(parts, card);
  } catch (cause) {
    // Reading again later settles it, as with an answer that never came.
    throw new AppError('outcome_unknown', {
      cause,
      detail: 'Wise took the change, but the switches could not be read again.',
    });
  }
}

function explainRefusal(error: unknown): never {
  const refusal = explainSpendingPermissionRefusal(error);
  if (!refusal) throw error;
  const { name } = textOfSpendingPermission(refusal.type);
  if (refusal.reason === 'locked') {
    throw new AppError('spending_permission_locked', {
      cause: error,
      detail: `${name} is locked. No switch was changed.`,
    });
  }
  throw new AppError('spending_permission_not_supported', {
    cause: error,
    detail: `This card has no switch for ${name}. No switch was changed.`,
  });
}
