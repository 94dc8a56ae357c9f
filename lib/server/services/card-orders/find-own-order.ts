import 'server-only';
import type { CardOrderPath } from '../../../contracts/card-orders.ts';
import type { CardScope } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { locateOrder } from './locate-order.ts';

/**
 * The order a path names as Wise has it now, for who may act on it.
 * @throws AppError not_found, for another profile's order and another branch's as well
 */
export async function findOwnOrder(
  parts: Pick<Runtime, 'store' | 'wise'>,
  scope: CardScope,
  path: CardOrderPath,
): Promise<{ options: CallOptions; order: WiseCardOrder }> {
  const { options } = await locateOrder(parts, scope, path);
  const order = await parts.wise.cardOrders.getCardOrder(options, path.profileId, path.orderId);
  if (order.profileId !== path.profileId || order.id !== path.orderId) throw new AppError('not_found');
  return { options, order };
}
