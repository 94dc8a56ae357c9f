import 'server-only';
import { cancelling } from '../../../catalogues/card-orders.ts';
import type { CancelOrderReply } from '../../../contracts/card-order-writes.ts';
import type { CardOrderPath } from '../../../contracts/card-orders.ts';
import type { CardScope } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { storeCardOrders } from './card-order-index.ts';
import { findOwnOrder } from './find-own-order.ts';
import { dropWaitingRenewal } from './order-request.ts';

type Note = (details: Record<string, unknown>) => void;

/**
 * Cancels an order. What it stands at is read from Wise first: whether its card is blocked with it hangs on that.
 * @throws AppError not_found, card_order_not_cancellable, outcome_unknown (not repeated: reading the order tells)
 */
export async function cancelOrder(
  parts: Pick<Runtime, 'afterWrite' | 'store' | 'wise'>,
  scope: CardScope,
  path: CardOrderPath,
  note: Note,
): Promise<CancelOrderReply> {
  const { options, order } = await findOwnOrder(parts, scope, path);
  if (cancelling(order.status)) await dropWaitingRenewal(parts.store.db, path);
  const { blocksCard } = await askToCancel(parts, options, order, note);
  const after = await readOrder(parts, options, path).catch(() => order);
  return { orderId: order.id, status: after.status, blocksCard };
}

/** @throws AppError card_order_not_cancellable */
export async function askToCancel(
  { wise }: Pick<Runtime, 'wise'>,
  options: CallOptions,
  order: WiseCardOrder,
  note: Note,
): Promise<{ blocksCard: boolean }> {
  const what = cancelling(order.status);
  note({ from: order.status, ...what, ...(order.cardToken && { cardToken: order.cardToken }) });
  if (!what) throw new AppError('card_order_not_cancellable');
  try {
    await wise.cardOrders.cancelCardOrder(options, order.profileId, order.id);
  } catch (error) {
    // Between the reading and the call it went on to where Wise cancels no more.
    if (error instanceof WiseError && error.kind === 'refused')
      throw new AppError('card_order_not_cancellable', { cause: error });
    throw error;
  }
  return what;
}

/** As it is at Wise now, kept in the index. */
export async function readOrder(
  { afterWrite, store, wise }: Pick<Runtime, 'afterWrite' | 'store' | 'wise'>,
  options: CallOptions,
  { orderId, profileId }: CardOrderPath,
): Promise<WiseCardOrder> {
  const asOf = new Date();
  const order = await wise.cardOrders.getCardOrder(options, profileId, orderId);
  await afterWrite(storeCardOrders(store.db, [order], asOf));
  return order;
}
