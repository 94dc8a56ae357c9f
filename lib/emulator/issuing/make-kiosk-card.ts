import { printInstant } from '../core/clock.ts';
import type { Emulator } from '../emulator.ts';
import type { CardOrderRecord, CardRecord, ProfileRecord } from '../entities.ts';
import { addressOf, newCardOrder } from '../seeds/build-card-order.ts';
import { dayInMs, demoClientId } from '../seeds/build.ts';
import { nameOf } from '../seeds/build-profiles.ts';
import { programsFor } from '../seeds/programs.ts';
import { keepCardOrder } from './card-orders.ts';
import { makeCard } from './make-card.ts';
import { newProduction } from './new-production.ts';
import { keepProduction } from './productions.ts';

interface WantedKioskCard {
  cardHolderName?: string | undefined;
  ageDays: number;
  isReady: boolean;
  notify: boolean;
}

/** A card of a kiosk order that is as far as it gets by itself. */
export function makeKioskCard(
  emulator: Emulator,
  profile: ProfileRecord,
  wanted: WantedKioskCard,
): { card: CardRecord; order: CardOrderRecord } {
  const { webhooks, world } = emulator;
  const nowMs = world.clock.now();
  const ageMs = Math.round(wanted.ageDays * dayInMs);
  const physical = programsFor(profile.type, profile.address.countryIso2Code).find(
    ({ cardType }) => cardType === 'PHYSICAL',
  );
  if (!physical) throw new Error(`Profile ${profile.id} has no physical cards`);
  const { bins: _, ...cardProgram } = physical;
  const placed = newCardOrder({
    id: world.nextNumber('cardOrder'),
    profileId: profile.id,
    clientId: demoClientId,
    cardProgram,
    address: addressOf(profile),
    cardHolderName: wanted.cardHolderName ?? nameOf(profile),
    phoneNumber: profile.phoneNumber,
    deliveryOption: 'KIOSK_COLLECTION',
    atMs: nowMs - ageMs,
  });
  const card = world.cards.put(makeCard(placed, world.random.ids, nowMs - ageMs));
  const order: CardOrderRecord = {
    ...placed,
    status: 'CARD_DETAILS_CREATED',
    requirements: placed.requirements.map((row) => ({ ...row, status: 'COMPLETED' })),
    cardToken: card.token,
    modificationTime: printInstant(Date.parse(card.creationTime), 0),
    nextStepAtMs: null,
  };
  if (wanted.notify) {
    webhooks.emitCardStatusChange(card, 'internal_system');
    keepCardOrder(emulator, null, order, nowMs);
  } else world.cardOrders.put(order);
  if (wanted.isReady)
    keepProduction(emulator, card, newProduction(card.token, nowMs - ageMs), { notify: wanted.notify });
  return { card, order };
}
