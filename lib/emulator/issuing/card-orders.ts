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

/** Wise: asynchronously, so a moment later. Emulator choice: how long that is. */
export const momentMs = 1000;

/** The kiosk has printed the card: its order follows. */
export function followProduced(emulator: Emulator, order: CardOrderRecord, atMs: number): void {
  if (order.status !== 'CARD_DETAILS_CREATED' || order.isBeingCancelled) return;
  keepCardOrder(emulator, order, { ...order, nextStepAtMs: atMs + momentMs }, atMs);
}

/** Wise: a card that is activated completes its order. */
export function completeOrderOf(emulator: Emulator, card: CardRecord): void {
  const order = orderOfCard(emulator.world, card);
  if (!order || !['CARD_DETAILS_CREATED', 'PRODUCED'].includes(order.status)) return;
  const completed = { ...order, status: 'COMPLETED', isBeingCancelled: false, nextStepAtMs: null };
  keepCardOrder(emulator, order, completed, emulator.world.clock.now());
}
