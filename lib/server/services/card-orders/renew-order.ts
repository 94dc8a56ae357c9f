import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { printAgeOf } from '../../../catalogues/card-order-age.ts';
import type { renewOrderBody } from '../../../contracts/card-order-writes.schema.ts';
import type { RenewOrderReply } from '../../../contracts/card-order-writes.ts';
import type { CardOrderPath } from '../../../contracts/card-orders.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import { cardOrderRequests } from '../../db/schema/kiosks.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { sleep, systemClock } from '../../wise/clock.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { isPhoneNumber } from '../../../contracts/wise/card-orders.ts';
import { askToCancel, readOrder } from './cancel-order.ts';
import { findOwnOrder } from './find-own-order.ts';
import { readOrderFacts } from './order-facts.ts';
import { findRenewal, keepRequest, moveRequest, type OrderRequestRow } from './order-request.ts';
import { placeRequest } from './place-request.ts';
import { requireBranch } from './require-branch.ts';

type Body = z.output<typeof renewOrderBody>;
type Note = (details: Record<string, unknown>) => void;

/** Wise accepts a cancelling and does it a moment later. */
const readsOfCancelled = 8;
const betweenReadsMs = 400;

/**
 * For a card that is too old to be printed. Wise lets a personal profile have one physical card, so the old order goes
 * first, which blocks its card, and the new one follows to the same branch. Both steps are kept before they are done: after
 * a crash, a lost answer or a refusal the next call goes on where this one ended, and there is one new order.
 * @throws AppError not_found, card_order_not_renewable, card_order_*, outcome_unknown
 */
export async function renewOrder(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  path: CardOrderPath,
  body: Body,
  note: Note,
): Promise<RenewOrderReply> {
  const { options, order } = await findOwnOrder(parts, scope, path);
  const request =
    (await findRenewal(parts.store.db, path)) ??
    (await keepRenewal(parts, operator, scope, options, order, body));
  if (request.state === 'placed')
    return { state: 'placed', oldStatus: order.status, newOrderId: request.orderId };
  const old = await cancelOld(parts, options, order, request, note);
  if (old.status !== 'CANCELLED') return { state: 'waiting', oldStatus: old.status, newOrderId: null };
  const placed = await placeNew(parts, options, request);
  note({ newOrderId: placed.id });
  return { state: 'placed', oldStatus: old.status, newOrderId: placed.id };
}

async function keepRenewal(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  options: CallOptions,
  order: WiseCardOrder,
  { embossedName, requestId, ...body }: Body,
): Promise<OrderRequestRow> {
  await requireRenewable(parts, options, order);
  const { branch } = await readOrderFacts(parts.store.db, order);
  const branchId = branch?.id ?? body.branchId;
  if (branchId === undefined)
    throw new AppError('validation_failed', {
      fields: [{ path: 'body.branchId', message: 'The order names no branch. Choose one.' }],
    });
  await requireBranch(parts, scope, branchId);
  const { address, cardHolderName, cardProgram, phoneNumber, profileId } = order;
  if (!cardHolderName || !cardProgram?.name || !address) throw new AppError('card_order_not_renewable');
  return keepRequest(parts, {
    id: requestId,
    profileId,
    state: 'waiting',
    branchId,
    orderedBy: operator.personId,
    replacesOrderId: order.id,
    content: {
      program: cardProgram.name,
      cardHolderName,
      address,
      deliveryOption: 'KIOSK_COLLECTION',
      ...(isPhoneNumber(phoneNumber) && { phoneNumber }),
      ...(embossedName !== undefined && { embossedName }),
    },
  });
}

/** @throws AppError card_order_not_renewable */
async function requireRenewable(parts: Runtime, options: CallOptions, order: WiseCardOrder): Promise<void> {
  if (order.cardToken === null) throw new AppError('card_order_not_renewable');
  const card = await parts.wise.cards.getCard(options, order.profileId, order.cardToken);
  const age = printAgeOf(
    {
      status: order.status,
      deliveryOption: order.deliveryDetails?.deliveryOption ?? null,
      cardCreationTime: card.creationTime,
    },
    Date.now(),
  );
  if (age === 'day-60' || (order.status === 'CANCELLED' && (await wasRefused(parts, order)))) return;
  throw new AppError('card_order_not_renewable');
}

/** The old order was cancelled for a new one that Wise refused: the second step is still to be done. */
async function wasRefused({ store }: Runtime, { id, profileId }: WiseCardOrder): Promise<boolean> {
  const [last] = await store.db
    .select({ state: cardOrderRequests.state })
    .from(cardOrderRequests)
    .where(and(eq(cardOrderRequests.profileId, profileId), eq(cardOrderRequests.replacesOrderId, id)))
    .orderBy(desc(cardOrderRequests.createdAt))
    .limit(1);
  return last?.state === 'refused';
}

async function cancelOld(
  parts: Runtime,
  options: CallOptions,
  order: WiseCardOrder,
  request: OrderRequestRow,
  note: Note,
): Promise<WiseCardOrder> {
  if (order.status === 'CANCELLED') return order;
  // Somebody printed it after all, or it came back: then there is nothing to order anew.
  if (order.status !== 'CARD_DETAILS_CREATED') {
    await moveRequest(parts.store.db, request.id, {
      state: 'refused',
      refusedCode: 'card_order_not_renewable',
    });
    throw new AppError('card_order_not_renewable');
  }
  await askToCancel(parts, options, order, note);
  const path = { orderId: order.id, profileId: order.profileId };
  let read = await readOrder(parts, options, path);
  for (let reads = 1; read.status !== 'CANCELLED' && reads < readsOfCancelled; reads++) {
    await sleep(systemClock, betweenReadsMs);
    read = await readOrder(parts, options, path);
  }
  return read;
}

/** What had no answer is asked for again under its key, by the next call and by the console itself. */
async function placeNew(
  parts: Runtime,
  options: CallOptions,
  request: OrderRequestRow,
): Promise<WiseCardOrder> {
  try {
    return await placeRequest(parts, options, request);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const state = parts.inFlight.hasWrittenToWise ? 'unknown' : 'waiting';
    await moveRequest(parts.store.db, request.id, { state }).catch(() => undefined);
    throw state === 'unknown' ? new AppError('outcome_unknown', { cause: error }) : error;
  }
}
