import { cardAddress, cardOrderPageSize, cardOrderStatusBody } from '../../contracts/wise/card-orders.ts';
import type { Emulator } from '../emulator.ts';
import type { CardOrderRecord, CardProgramRecord } from '../entities.ts';
import { cancelCardOrder, catchUpCardOrder } from '../issuing/advance-card-order.ts';
import { findAddressFaults } from '../issuing/card-address.ts';
import { programsToOrder } from '../issuing/order-limits.ts';
import { mayCancelOrder } from '../issuing/order-steps.ts';
import { deliveryVendorOf } from '../webhooks/card-payloads.ts';
import { makeCardOrder } from './card-order-making.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody, parseCount } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

/** Wise: of a card that cannot become a physical one, where the card itself says VIRTUAL. */
const printProgram = ({ cardType, defaultCurrency, name, scheme }: CardProgramRecord) => ({
  name,
  scheme,
  defaultCurrency,
  cardType: cardType === 'VIRTUAL' ? 'VIRTUAL_NON_UPGRADEABLE' : cardType,
});

/** Emulator choice: from PRODUCED on, by the only vendor it knows. */
function trackingOf(order: CardOrderRecord) {
  const isUnderWay = order.status === 'PRODUCED' || order.status === 'COMPLETED';
  if (!isUnderWay || deliveryVendorOf(order) === null) return { trackingUrl: null, trackingNumber: null };
  const trackingNumber = `JD${String(order.id).padStart(12, '0')}`;
  return { trackingUrl: `https://tracking.example/${trackingNumber}`, trackingNumber };
}

function printCardOrder(order: CardOrderRecord) {
  return {
    id: order.id,
    profileId: order.profileId,
    clientId: order.clientId,
    cardProgram: printProgram(order.cardProgram),
    address: order.address,
    cardToken: order.cardToken,
    replacesCard: null,
    creationTime: order.creationTime,
    modificationTime: order.modificationTime,
    status: order.status,
    cardHolderName: order.cardHolderName,
    phoneNumber: order.phoneNumber,
    lifetimeLimit: order.lifetimeLimit,
    deliveryEstimate: order.deliveryEstimate,
    // Wise: null for a virtual card.
    deliveryDetails: order.deliveryOption && {
      deliveryOption: order.deliveryOption,
      deliveryVendor: deliveryVendorOf(order),
      ...trackingOf(order),
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
function cardOrderOfCallerOrThrow(
  emulator: Emulator,
  c: EmulatorContext,
  caller: UserCaller,
): CardOrderRecord {
  const profile = profileOfCallerOrThrow(emulator.world, c, caller);
  const id = c.req.param('cardOrderId') ?? '';
  const order = catchUpCardOrder(emulator, id);
  if (order?.profileId !== profile.id) throw cardOrderNotFound('cardOrderId', id);
  return order;
}

export function registerCardOrders(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;
  // Emulator choice: the newest first; Wise names no order.
  router.forUser('GET /v3/spend/profiles/{profileId}/card-orders', (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const pageSize = parseCount(c, 'pageSize', cardOrderPageSize);
    const pageNumber = parseCount(c, 'pageNumber', { min: 1, default: 1 });
    const from = (pageNumber - 1) * pageSize;
    const orders = world.cardOrders
      .slice(profile.id)
      .flatMap(({ id }) => catchUpCardOrder(emulator, id) ?? [])
      .sort((a, b) => (a.creationTime < b.creationTime ? 1 : -1));
    return c.json({
      totalCount: orders.length,
      cardOrders: orders.slice(from, from + pageSize).map(printCardOrder),
    });
  });

  router.forUser('POST /v3/spend/profiles/{profileId}/card-orders', async (c, caller) => {
    const profileOf = () => profileOfCallerOrThrow(world, c, caller);
    profileOf();
    return c.json(printCardOrder(await makeCardOrder(emulator, c, { clientId: caller.clientId, profileOf })));
  });

  router.forUser('GET /v3/spend/profiles/{profileId}/card-orders/availability', (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    return c.json({ cardPrograms: programsToOrder(world, profile).map(printProgram) });
  });

  router.forUser('GET /v3/spend/profiles/{profileId}/card-orders/{cardOrderId}', (c, caller) =>
    c.json(printCardOrder(cardOrderOfCallerOrThrow(emulator, c, caller))),
  );

  router.forUser('GET /v3/spend/profiles/{profileId}/card-orders/{cardOrderId}/requirements', (c, caller) =>
    c.json({ requirements: cardOrderOfCallerOrThrow(emulator, c, caller).requirements }),
  );

  router.forUser('PUT /v3/spend/profiles/{profileId}/card-orders/{cardOrderId}/status', async (c, caller) => {
    cardOrderOfCallerOrThrow(emulator, c, caller);
    const { status } = await parseBody(c, cardOrderStatusBody);
    const order = cardOrderOfCallerOrThrow(emulator, c, caller);
    // Emulator choice: the deprecated COMPLETED is not supported, and this is how both are refused.
    if (status !== 'CANCELLED' || !mayCancelOrder(order))
      throw validationRefusal(422, {
        code: 'card.order.status.transition.not.allowed',
        message: `Card order status cannot change from ${order.status} to ${status}`,
        path: 'status',
        arguments: [order.status, status],
      });
    cancelCardOrder(emulator, order);
    return c.body(null, 202);
  });

  router.forUser('POST /v3/spend/address/validate', async (c) =>
    c.json({ errors: findAddressFaults(await parseBody(c, cardAddress)) }),
  );
}
