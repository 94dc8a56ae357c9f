import 'server-only';
import type { RenewOrderReply } from '../../../contracts/card-order-writes.ts';
import type { CardOrderPath } from '../../../contracts/card-orders.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import { renewalsJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import { sleep, systemClock } from '../../wise/clock.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { askToCancel, readOrder } from './cancel-order.ts';
import { findOwnOrder } from './find-own-order.ts';
import { endRenewal, keepRenewal, type RenewBody } from './keep-renewal.ts';
import { findRenewal, moveRequest, type OrderRequestRow } from './order-request.ts';
import { placeRequest } from './place-request.ts';

type Note = (details: Record<string, unknown>) => void;

/** Wise accepts a cancelling and does it a moment later. */
const readsOfCancelled = 8;
const betweenReadsMs = 400;
const takenUpAfterSeconds = 5;

/**
 * For a card that is too old to be printed. Wise lets a personal profile have one physical card, so the old order goes
 * first, which blocks its card, and the new one follows to the same branch. Both steps are kept before they are done:
 * where this call ends between them a job takes the second one, and however often it is taken there is one new order.
 * @throws AppError not_found, card_order_not_renewable, card_order_*, outcome_unknown
 */
export async function renewOrder(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  path: CardOrderPath,
  body: RenewBody,
  note: Note,
): Promise<RenewOrderReply> {
  // Asked for before the first step: what ends between the two is gone on with, and with nothing left to do it does nothing.
  await parts.jobs.ask(renewalsJob, takenUpAfterSeconds).catch(() => undefined);
  const { oldStatus, options, request } = await beginRenewal(parts, operator, scope, path, body, note);
  if (request.state === 'placed') return { state: 'placed', oldStatus, newOrderId: request.orderId };
  if (oldStatus !== 'CANCELLED') return { state: 'waiting', oldStatus, newOrderId: null };
  const placed = await placeNew(parts, options, request);
  note({ newOrderId: placed.id });
  return { state: 'placed', oldStatus, newOrderId: placed.id };
}

interface BegunRenewal {
  oldStatus: string;
  options: CallOptions;
  request: OrderRequestRow;
}

/** The first step: what is to be ordered is kept, and Wise is asked to cancel the old order. @throws AppError as above */
export async function beginRenewal(
  parts: Pick<Runtime, 'afterWrite' | 'digests' | 'store' | 'vault' | 'wise'>,
  operator: Pick<Operator, 'personId'>,
  scope: CardScope,
  path: CardOrderPath,
  body: RenewBody,
  note: Note,
): Promise<BegunRenewal> {
  const { options, order } = await findOwnOrder(parts, scope, path);
  const request =
    (await findRenewal(parts.store.db, path)) ??
    (await keepRenewal(parts, operator, scope, options, order, body));
  if (request.state === 'placed') return { oldStatus: order.status, options, request };
  const old = await cancelOld(parts, options, order, request, note);
  return { oldStatus: old.status, options, request };
}

async function cancelOld(
  parts: Pick<Runtime, 'afterWrite' | 'store' | 'wise'>,
  options: CallOptions,
  order: WiseCardOrder,
  request: OrderRequestRow,
  note: Note,
): Promise<WiseCardOrder> {
  if (order.status === 'CANCELLED') return order;
  // Somebody printed it after all, or it came back: then there is nothing to order anew.
  if (order.status !== 'CARD_DETAILS_CREATED') {
    await endRenewal(parts.store.db, request.id);
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
