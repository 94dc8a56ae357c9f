import 'server-only';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { storeOwnOrder } from './card-order-index.ts';
import { moveRequest, openContent, type OrderRequestRow } from './order-request.ts';
import { refusalOf } from './refusals.ts';

type Parts = Pick<Runtime, 'store' | 'vault' | 'wise'>;

/**
 * Has Wise place what was kept, under the key it was kept with: however often this is done, there is one order.
 * @throws AppError why Wise refused it, and then it is settled; WiseError for anything else, and then it is not
 */
export async function placeRequest(
  { store: { db }, vault, wise }: Parts,
  options: CallOptions,
  request: OrderRequestRow,
): Promise<WiseCardOrder> {
  const { branchId, id, orderedBy, profileId, replacesOrderId } = request;
  const content = openContent(vault, request);
  await moveRequest(db, id, { state: 'sending' });
  const asOf = new Date();
  let order: WiseCardOrder;
  try {
    order = await wise.cardOrders.createCardOrder(options, profileId, content, id);
  } catch (error) {
    const refusal = error instanceof WiseError ? refusalOf(error) : undefined;
    if (!refusal) throw error;
    await moveRequest(db, id, { state: 'refused', refusedCode: refusal.code });
    throw refusal;
  }
  await db.transaction(async (tx) => {
    await storeOwnOrder(tx, order, { branchId, orderedBy, replacesOrderId }, asOf);
    await moveRequest(tx, id, { state: 'placed', orderId: order.id });
  });
  return order;
}

/**
 * For what had no answer: Wise is asked once more with the same key.
 * @returns whether there is an order; undefined while nobody knows
 */
export async function settleRequest(
  parts: Parts,
  options: CallOptions,
  request: OrderRequestRow | undefined,
): Promise<boolean | undefined> {
  if (!request || request.state === 'refused') return false;
  if (request.state === 'placed') return true;
  if (request.state === 'waiting') return false;
  try {
    await placeRequest(parts, options, request);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
