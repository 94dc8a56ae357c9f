import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { CardOrderPath } from '../../../contracts/card-orders.ts';
import type { CardScope } from '../../auth/operator.ts';
import { cardOrders } from '../../db/schema/kiosks.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { isHolderShown, nameOfProfile } from '../branches/own-branch.ts';
import { locateProfile } from './locate-profile.ts';

interface LocatedOrder {
  /** Of the profile, as far as this reader is told it. */
  profileName: string;
  isHolderShown: boolean;
  options: CallOptions;
}

/**
 * The order a path names, if this person may see it. Wise's orders name no branch: which one an order is of, the console
 * remembers from when it was made here.
 * @throws AppError not_found, for an order of another branch, and of none, as well
 */
export async function locateOrder(
  parts: Pick<Runtime, 'store'>,
  scope: CardScope,
  { orderId, profileId }: CardOrderPath,
): Promise<LocatedOrder> {
  if (scope === 'all') {
    const { name, options } = await locateProfile(parts, 'all', profileId);
    return { profileName: name, isHolderShown: true, options };
  }
  const [order] = await parts.store.db
    .select({ branchId: cardOrders.branchId, isShown: isHolderShown(scope, cardOrders.cardToken) })
    .from(cardOrders)
    .where(and(eq(cardOrders.id, orderId), eq(cardOrders.profileId, profileId)));
  if (!order || order.branchId === null || !scope.branchIds.includes(order.branchId))
    throw new AppError('not_found');
  const { name, options, type } = await locateProfile(parts, 'all', profileId);
  return {
    profileName: nameOfProfile({ id: profileId, type, name }, order.isShown),
    isHolderShown: order.isShown,
    options,
  };
}
