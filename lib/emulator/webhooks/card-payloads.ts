import { printTime } from '../core/clock.ts';
import type { CardOrderRecord, CardRecord, ProductionRecord } from '../entities.ts';
import type { PayloadMaker } from './payloads.ts';

/** Wise: a card order's id is text here, with an L behind it. */
export const printOrderId = (id: number): string => `${id}L`;

export const deliveryVendorOf = ({ deliveryOption }: Pick<CardOrderRecord, 'deliveryOption'>) =>
  deliveryOption === 'POSTAL_SERVICE_WITH_TRACKING' ? 'DHL' : null;

export function cardProductionPayload(
  production: Omit<ProductionRecord, 'cardToken' | 'endsWith' | 'nextStepAtMs'>,
  card: Pick<CardRecord, 'clientId' | 'profileId' | 'token'>,
): PayloadMaker {
  return (version) => ({
    resource: {
      type: 'card',
      profile_id: card.profileId,
      client_id: card.clientId,
      card_token: card.token,
    },
    status: production.status,
    kiosk_id: production.kioskId,
    occurred_at: printTime(Date.parse(production.occurredAt), version),
    error_code: production.errorCode,
    description: production.description,
  });
}

type ToldOrder = Pick<
  CardOrderRecord,
  'cardToken' | 'clientId' | 'deliveryOption' | 'id' | 'profileId' | 'status'
> & { cardProgram: { name: string } };

export function cardOrderStatusPayload(order: ToldOrder, atMs: number): PayloadMaker {
  return (version) => ({
    resource: {
      type: 'card',
      profile_id: order.profileId,
      client_id: order.clientId,
      card_token: order.cardToken,
      card_program: order.cardProgram.name,
    },
    order_id: printOrderId(order.id),
    order_status: order.status,
    delivery_vendor: deliveryVendorOf(order),
    occurred_at: printTime(atMs, version),
  });
}
