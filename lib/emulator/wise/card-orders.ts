import { cardOrderPageSize } from '../../contracts/wise/card-orders.ts';
import type { Emulator } from '../emulator.ts';
import type { CardOrderRecord } from '../entities.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { parseCount } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

function printCardOrder(order: CardOrderRecord) {
  const { deliveryOption, pinDigest: _digest, requirements: _requirements, ...rest } = order;
  const isTracked = deliveryOption === 'POSTAL_SERVICE_WITH_TRACKING';
  return {
    ...rest,
    replacesCard: null,
    lifetimeLimit: null,
    // Wise: null for a virtual card.
    deliveryDetails: deliveryOption && {
      deliveryOption,
      deliveryVendor: isTracked ? 'DHL' : null,
      trackingUrl: null,
      trackingNumber: null,
    },
  };
}

export const cardOrderNotFound = (path: string, id: string) =>
  validationRefusal(404, {
    code: 'card.order.not.found',
    message: 'Card order not found',
    path,
    arguments: [id],
  });

/** Emulator choice: an order of another profile and one that does not exist answer the same 404. */
function cardOrderOfCallerOrThrow(world: World, c: EmulatorContext, caller: UserCaller): CardOrderRecord {
  const profile = profileOfCallerOrThrow(world, c, caller);
  const id = c.req.param('cardOrderId') ?? '';
  const order = world.cardOrders.get(id);
  if (order?.profileId !== profile.id) throw cardOrderNotFound('cardOrderId', id);
  return order;
}

export function registerCardOrders(router: WiseRouter, { world }: Emulator): void {
  // Emulator choice: the newest first; Wise names no order.
  router.forUser('GET /v3/spend/profiles/{profileId}/card-orders', (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const pageSize = parseCount(c, 'pageSize', cardOrderPageSize);
    const pageNumber = parseCount(c, 'pageNumber', { min: 1, default: 1 });
    const from = (pageNumber - 1) * pageSize;
    const orders = world.cardOrders
      .slice(profile.id)
      .sort((a, b) => (a.creationTime < b.creationTime ? 1 : -1));
    return c.json({
      totalCount: orders.length,
      cardOrders: orders.slice(from, from + pageSize).map(printCardOrder),
    });
  });

  router.forUser('GET /v3/spend/profiles/{profileId}/card-orders/{cardOrderId}', (c, caller) =>
    c.json(printCardOrder(cardOrderOfCallerOrThrow(world, c, caller))),
  );

  router.forUser('GET /v3/spend/profiles/{profileId}/card-orders/{cardOrderId}/requirements', (c, caller) =>
    c.json({ requirements: cardOrderOfCallerOrThrow(world, c, caller).requirements }),
  );
}
