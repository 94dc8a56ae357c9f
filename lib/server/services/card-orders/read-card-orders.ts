import 'server-only';
import { whyNoPin } from '../../../catalogues/card-orders.ts';
import type {
  CardOrder,
  CardOrderList,
  CardOrderPath,
  ListedCardOrder,
} from '../../../contracts/card-orders.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import { storeCardOrders } from './card-order-index.ts';
import { withoutHolder } from '../branches/own-branch.ts';
import { locateOrder } from './locate-order.ts';
import { locateProfile } from './locate-profile.ts';
import { readOrderFacts } from './order-facts.ts';

/** One page straight from Wise. @throws AppError not_found */
export async function listCardOrders(
  parts: Runtime,
  scope: CardScope,
  reader: Operator,
  profileId: string,
  { cursor = '1', limit }: { cursor?: string | undefined; limit: number },
): Promise<CardOrderList> {
  const { options } = await locateProfile(parts, scope, profileId);
  const asOf = new Date().toISOString();
  const pageNumber = Number(cursor);
  const page = { pageNumber, pageSize: limit };
  const { cardOrders, totalCount } = await parts.wise.cardOrders.listCardOrders(options, profileId, page);
  await parts.afterWrite(storeCardOrders(parts.store.db, cardOrders, new Date(asOf)));
  parts.accessLog.noteProfile(reader.personId, profileId);
  const items = cardOrders.map(toListed).sort((a, b) => (a.creationTime < b.creationTime ? 1 : -1));
  const isLast = cardOrders.length === 0 || pageNumber * limit >= totalCount;
  return { items, nextCursor: isLast ? null : String(pageNumber + 1), total: totalCount, asOf };
}

/** @throws AppError not_found, for another profile's order and another branch's as well */
export async function readCardOrder(
  parts: Runtime,
  scope: CardScope,
  { orderId, profileId }: CardOrderPath,
): Promise<CardOrder> {
  const { isHolderShown, options, profileName } = await locateOrder(parts, scope, {
    orderId,
    profileId,
  });
  const asOf = new Date().toISOString();
  const [order, requirements] = await Promise.all([
    parts.wise.cardOrders.getCardOrder(options, profileId, orderId),
    parts.wise.cardOrders.getRequirements(options, profileId, orderId),
  ]);
  if (order.profileId !== profileId || order.id !== orderId) throw new AppError('not_found');
  await parts.afterWrite(storeCardOrders(parts.store.db, [order], new Date(asOf)));
  return {
    ...(isHolderShown ? toListed(order) : withoutHolder(toListed(order))),
    ...(await readOrderFacts(parts.store.db, order)),
    profileName,
    post: toPost(order),
    requirements: requirements.map(({ status, type }) => ({ type, status })),
    noPin: whyNoPin(order.status, requirements) ?? null,
    asOf,
  };
}

const toListed = (order: WiseCardOrder): ListedCardOrder => ({
  id: order.id,
  profileId: order.profileId,
  status: order.status,
  cardHolderName: order.cardHolderName,
  programme: order.cardProgram?.name ?? null,
  scheme: order.cardProgram?.scheme ?? null,
  cardType: order.cardProgram?.cardType ?? null,
  deliveryOption: order.deliveryDetails?.deliveryOption ?? null,
  cardToken: order.cardToken,
  creationTime: order.creationTime,
  modificationTime: order.modificationTime,
});

function toPost({ deliveryDetails, deliveryEstimate }: WiseCardOrder): CardOrder['post'] {
  if (deliveryDetails === null || deliveryDetails.deliveryOption === 'KIOSK_COLLECTION') return null;
  const { deliveryVendor, trackingNumber, trackingUrl } = deliveryDetails;
  return {
    estimate: Number.isNaN(Date.parse(deliveryEstimate ?? '')) ? null : deliveryEstimate,
    vendor: deliveryVendor,
    trackingNumber,
    trackingUrl: trackingUrl?.startsWith('https://') ? trackingUrl : null,
  };
}
