import type { Emulator } from '../emulator.ts';
import type { CardOrderRecord, CardRecord } from '../entities.ts';
import { cardOrderStatusPayload } from '../webhooks/card-payloads.ts';
import type { World } from '../world.ts';

export const cardOrderKind = 'card-order';

export const orderOfCard = (world: World, { profileId, token }: Pick<CardRecord, 'profileId' | 'token'>) =>
  world.cardOrders.slice(profileId).find(({ cardToken }) => cardToken === token);

/** Keeps an order that was made or has changed, and tells the subscribers of its status. */
export function keepCardOrder(
  { due, webhooks, world }: Emulator,
  before: CardOrderRecord | null,
  after: CardOrderRecord,
  atMs: number,
): CardOrderRecord {
  const kept = world.cardOrders.put({
    ...after,
    modificationTime: before ? world.clock.nextInstant(before.modificationTime) : after.modificationTime,
  });
  if (kept.nextStepAtMs !== null && kept.nextStepAtMs !== before?.nextStepAtMs)
    due.schedule(`${cardOrderKind} ${kept.id}`, kept.nextStepAtMs);
  if (kept.status !== before?.status)
    webhooks.emit('cards#card-order-status-change', cardOrderStatusPayload(kept, atMs));
  return kept;
}

/** Moves an order to a status at an instant; where it goes on from there by itself it will. */
export function setCardOrderStatus(
  emulator: Emulator,
  order: CardOrderRecord,
  status: string,
  atMs: number,
): CardOrderRecord {
  return keepCardOrder(emulator, order, { ...order, status, nextStepAtMs: null }, atMs);
}

/** What comes next by itself; null: nothing does. Wise: PRODUCED once the kiosk has printed the card. */
function nextStatusOfOrder({ productions }: World, { cardToken, status }: CardOrderRecord): string | null {
  const isPrinted = cardToken !== null && productions.get(cardToken)?.status === 'PRODUCED';
  return status === 'CARD_DETAILS_CREATED' && isPrinted ? 'PRODUCED' : null;
}

/** An order as it is now: every step that is due has been taken. */
export function catchUpCardOrder(emulator: Emulator, id: number | string): CardOrderRecord | undefined {
  const { cardOrders, clock } = emulator.world;
  let order = cardOrders.get(id);
  while (order && order.nextStepAtMs !== null && order.nextStepAtMs <= clock.now()) {
    const status = nextStatusOfOrder(emulator.world, order);
    order =
      status === null
        ? cardOrders.put({ ...order, nextStepAtMs: null })
        : setCardOrderStatus(emulator, order, status, order.nextStepAtMs);
  }
  return order;
}

/** Wise: asynchronously, so a moment later. Emulator choice: how long that is. */
const momentMs = 1000;

/** The kiosk has printed the card: its order follows. */
export function followProduced(emulator: Emulator, order: CardOrderRecord, atMs: number): void {
  if (order.status !== 'CARD_DETAILS_CREATED') return;
  keepCardOrder(emulator, order, { ...order, nextStepAtMs: atMs + momentMs }, atMs);
}

/** Wise: a card that is activated completes its order. */
export function completeOrderOf(emulator: Emulator, card: CardRecord): void {
  const order = orderOfCard(emulator.world, card);
  if (!order || !['CARD_DETAILS_CREATED', 'PRODUCED'].includes(order.status)) return;
  setCardOrderStatus(emulator, order, 'COMPLETED', emulator.world.clock.now());
}
