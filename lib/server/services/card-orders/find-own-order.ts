import 'server-only';
import type { CardOrderPath } from '../../../contracts/card-orders.ts';
import type { CardScope } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { callFor } from './call-for.ts';
import { readOrders } from './search-orders.ts';

/**
 * The order a path names as Wise has it now, for who may act on it.
 * @throws AppError not_found, for another profile's order and another branch's as well
 */
export async function findOwnOrder(
  parts: Runtime,
  scope: CardScope,
  { orderId, profileId }: CardOrderPath,
): Promise<{ options: CallOptions; order: WiseCardOrder }> {
  const { options } = await callFor(parts, profileId);
  if (scope !== 'all') {
    const known = (await readOrders(parts.store.db, scope, [orderId])).get(orderId);
    if (known?.profileId !== profileId) throw new AppError('not_found');
  }
  const order = await parts.wise.cardOrders.getCardOrder(options, profileId, orderId);
  if (order.profileId !== profileId || order.id !== orderId) throw new AppError('not_found');
  return { options, order };
}
