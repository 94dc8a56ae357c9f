import type { Emulator } from '../emulator.ts';
import type { CardOrderRecord, CardRecord } from '../entities.ts';
import { changedByWise } from '../../contracts/wise/webhook-events.ts';
import { changeCardStatus } from '../wise/card-changes.ts';
import { keepCardOrder, momentMs } from './card-orders.ts';
import { makeCard } from './make-card.ts';
import { isKioskOrder, nextStatusOfOrder, withRequirementsMet } from './order-steps.ts';
import { newProduction } from './new-production.ts';
import { keepProduction } from './productions.ts';

/** Wise: the first status of a card is told as well. */
function makeCardOf({ webhooks, world }: Emulator, order: CardOrderRecord, atMs: number): CardRecord {
  const card = world.cards.put(makeCard(order, world.random.ids, atMs));
  webhooks.emitCardStatusChange(card, changedByWise);
  return card;
}

/** Wise: the card of an order that was cancelled or came back is blocked. */
function blockCardOf(emulator: Emulator, { cardToken }: CardOrderRecord): void {
  const card = cardToken === null ? undefined : emulator.world.cards.get(cardToken);
  if (card && ['INACTIVE', 'ACTIVE', 'FROZEN'].includes(card.status))
    changeCardStatus(emulator, card, 'BLOCKED');
}

/** How long an order stays as it is now; null: until something happens. */
function waitOf({ world }: Emulator, order: CardOrderRecord): number | null {
  const isMade = order.status === 'CARD_DETAILS_CREATED';
  if (isMade && isKioskOrder(order)) return world.productions.get(order.cardToken ?? '') ? null : momentMs;
  return nextStatusOfOrder(order) === null ? null : world.settings.orderStepMs;
}

const whenNext = (emulator: Emulator, order: CardOrderRecord, atMs: number): number | null => {
  const waitMs = waitOf(emulator, order);
  return waitMs === null ? null : atMs + waitMs;
};

/** Keeps a new order, which goes on by itself from there. */
export const placeCardOrder = (emulator: Emulator, order: CardOrderRecord, atMs: number): CardOrderRecord =>
  keepCardOrder(emulator, null, { ...order, nextStepAtMs: whenNext(emulator, order, atMs) }, atMs);

/** Moves an order to a status at an instant, with what belongs to it; where it goes on from there by itself it will. */
export function moveCardOrder(
  emulator: Emulator,
  before: CardOrderRecord,
  status: string,
  atMs: number,
): CardOrderRecord {
  let order: CardOrderRecord = { ...before, status, isBeingCancelled: false };
  if (status === 'REQUIREMENTS_FULFILLED') order = { ...order, requirements: withRequirementsMet(order) };
  if (status === 'CARD_DETAILS_CREATED' && order.cardToken === null)
    order = { ...order, cardToken: makeCardOf(emulator, order, atMs).token };
  if (status === 'CANCELLED' || status === 'RETURNED') blockCardOf(emulator, order);
  return keepCardOrder(emulator, before, { ...order, nextStepAtMs: whenNext(emulator, order, atMs) }, atMs);
}

/** What Wise wants done has changed: an order that waited for it goes on. */
export function changeRequirements(
  emulator: Emulator,
  order: CardOrderRecord,
  requirements: CardOrderRecord['requirements'],
): CardOrderRecord {
  const now = emulator.world.clock.now();
  const changed = { ...order, requirements };
  return keepCardOrder(emulator, order, { ...changed, nextStepAtMs: whenNext(emulator, changed, now) }, now);
}

/** Wise: cancelling is accepted, and done a moment later. */
export function cancelCardOrder(emulator: Emulator, order: CardOrderRecord): CardOrderRecord {
  const now = emulator.world.clock.now();
  if (order.isBeingCancelled) return order;
  return keepCardOrder(
    emulator,
    order,
    { ...order, isBeingCancelled: true, nextStepAtMs: now + momentMs },
    now,
  );
}

function takeStep(emulator: Emulator, order: CardOrderRecord, atMs: number): CardOrderRecord {
  const { cardOrders, cards, productions } = emulator.world;
  const production = productions.get(order.cardToken ?? '');
  const status = nextStatusOfOrder(order, production);
  if (status !== null) return moveCardOrder(emulator, order, status, atMs);
  const rested = cardOrders.put({ ...order, nextStepAtMs: null });
  const card = cards.get(order.cardToken ?? '');
  // Wise: what the kiosk needs is prepared after the card was made.
  if (card && !production && isKioskOrder(order))
    keepProduction(emulator, card, newProduction(card.token, atMs));
  return rested;
}

/** An order as it is now: every step that is due has been taken. */
export function catchUpCardOrder(emulator: Emulator, id: number | string): CardOrderRecord | undefined {
  const { cardOrders, clock } = emulator.world;
  let order = cardOrders.get(id);
  while (order && order.nextStepAtMs !== null && order.nextStepAtMs <= clock.now())
    order = takeStep(emulator, order, order.nextStepAtMs);
  return order;
}
