import 'server-only';
import type { SpendingPermissions } from '../../contracts/spending-permissions.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { LocatedCard } from './locate-card.ts';

const interactive = (card: LocatedCard) => ({ userId: card.userId, priority: 'interactive' as const });

export async function readSpendingPermissions(
  parts: Runtime,
  card: LocatedCard,
): Promise<SpendingPermissions> {
  const readAt = new Date().toISOString();
  const permissions = await parts.wise.spendingPermissions.getSpendingPermissions(
    interactive(card),
    card.profileId,
    card.token,
  );
  return { permissions, readAt };
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
  await parts.wise.spendingPermissions.updateSpendingPermissions(
    interactive(card),
    card.profileId,
    card.token,
    changes,
  );
  try {
    return await readSpendingPermissions(parts, card);
  } catch (cause) {
    // Written, but not read back: the switches are as asked, and the page reads them again.
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError('wise_reply_not_understood', {
      cause,
      detail: 'Wise took the change, but the switches could not be read again.',
    });
  }
}
