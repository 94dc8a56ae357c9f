import 'server-only';
import type { z } from 'zod';
import type { createOrderBody } from '../../../contracts/card-order-writes.schema.ts';
import type { PlacedOrder } from '../../../contracts/card-order-writes.ts';
import type { CardOrderBody } from '../../../contracts/wise/card-orders.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { callFor } from './call-for.ts';
import { dropRequest, keepRequest, moveRequest } from './order-request.ts';
import { placeRequest } from './place-request.ts';
import { requireBranch } from './require-branch.ts';

type Body = z.output<typeof createOrderBody>;

/**
 * Orders a card. What is asked for and the key by which Wise knows it are stored first; asked for again, the same order
 * comes back.
 * @throws AppError not_found, forbidden, validation_failed with the fields Wise's address check names, card_order_*,
 *   outcome_unknown (settled by asking once more with the same key)
 */
export async function orderCard(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  profileId: string,
  body: Body,
  note: (details: Record<string, unknown>) => void,
): Promise<PlacedOrder> {
  const { options } = await callFor(parts, profileId);
  parts.accessLog.noteProfile(operator.personId, profileId);
  // A branch orders what is collected there, and nothing else.
  if (scope !== 'all' && body.delivery !== 'kiosk') throw new AppError('forbidden');
  if (body.branchId !== undefined) await requireBranch(parts, scope, body.branchId);
  await requireAddress(parts, options, body);
  const request = await keepRequest(parts, {
    id: body.requestId,
    profileId,
    state: 'sending',
    branchId: body.branchId ?? null,
    orderedBy: operator.personId,
    replacesOrderId: null,
    content: toWise(body),
  });
  if (request.state === 'placed' && request.orderId !== null) {
    const order = await parts.wise.cardOrders.getCardOrder(options, profileId, request.orderId);
    return { orderId: order.id, profileId, status: order.status };
  }
  if (request.state === 'refused') throw new AppError('card_order_refused');
  const order = await placeRequest(parts, options, request).catch(async (error: unknown) => {
    if (error instanceof AppError) throw error;
    if (!parts.inFlight.hasWrittenToWise) {
      await dropRequest(parts.store.db, request.id);
      throw error;
    }
    await moveRequest(parts.store.db, request.id, { state: 'unknown' }).catch(() => undefined);
    throw new AppError('outcome_unknown', { cause: error });
  });
  note({ orderId: order.id });
  return { orderId: order.id, profileId, status: order.status };
}

/** Wise's own check, before anything is ordered. @throws AppError validation_failed */
async function requireAddress(parts: Runtime, options: CallOptions, { address }: Body): Promise<void> {
  if (!address) return;
  const faults = await parts.wise.cardOrders.validateAddress(options, address);
  if (faults.length === 0) return;
  throw new AppError('validation_failed', {
    fields: faults.map(({ field, message }) => ({ path: `body.address.${field}`, message })),
  });
}

function toWise({ programme, requestId: _id, branchId: _branch, delivery, ...rest }: Body): CardOrderBody {
  return {
    ...rest,
    program: programme,
    // Wise: only to be sent for a kiosk; otherwise the region's own way is taken.
    ...(delivery === 'kiosk' && { deliveryOption: 'KIOSK_COLLECTION' }),
  };
}
