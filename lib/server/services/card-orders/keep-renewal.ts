import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { printAgeOf } from '../../../catalogues/card-order-age.ts';
import type { renewOrderBody } from '../../../contracts/card-order-writes.schema.ts';
import { isPhoneNumber } from '../../../contracts/wise/card-orders.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardOrderRequests } from '../../db/schema/kiosks.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { readOrderFacts } from './order-facts.ts';
import { keepRequest, moveRequest, type OrderRequestRow } from './order-request.ts';
import { requireBranch } from './require-branch.ts';

export type RenewBody = z.output<typeof renewOrderBody>;
type Parts = Pick<Runtime, 'digests' | 'store' | 'vault' | 'wise'>;

/**
 * Keeps what is to be ordered in place of an order that grew too old.
 * @throws AppError card_order_not_renewable, validation_failed, card_order_renewed_already
 */
export async function keepRenewal(
  parts: Parts,
  operator: Pick<Operator, 'personId'>,
  scope: CardScope,
  options: CallOptions,
  order: WiseCardOrder,
  { embossedName, requestId, ...body }: RenewBody,
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
async function requireRenewable(parts: Parts, options: CallOptions, order: WiseCardOrder): Promise<void> {
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
async function wasRefused({ store }: Parts, { id, profileId }: WiseCardOrder): Promise<boolean> {
  const [last] = await store.db
    .select({ state: cardOrderRequests.state })
    .from(cardOrderRequests)
    .where(and(eq(cardOrderRequests.profileId, profileId), eq(cardOrderRequests.replacesOrderId, id)))
    .orderBy(desc(cardOrderRequests.createdAt))
    .limit(1);
  return last?.state === 'refused';
}

/** Somebody printed the old card after all, or it came back: there is nothing to order anew. */
export const endRenewal = (db: Database, requestId: string): Promise<void> =>
  moveRequest(db, requestId, { state: 'refused', refusedCode: 'card_order_not_renewable' });
