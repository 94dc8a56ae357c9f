import { printInstant } from '../core/clock.ts';
import type { CardOrderRecord, CardRecord, ProfileRecord } from '../entities.ts';
import { addressOf, newCardOrder } from './build-card-order.ts';
import { nameOf } from './build-profiles.ts';
import { dayInMs, demoClientId } from './build.ts';
import { demoCards } from './demo-cards.ts';
import { kioskCards } from './demo-kiosk-cards.ts';
import { unprintedCards } from './demo-productions.ts';

/** Of the demo data's orders, which count up from here. */
export const firstCardOrderId = 61_000_101;

interface SeedOrder {
  profileId: number;
  status: string;
  /** Where the order has made a card. */
  token?: string;
  /** Where it has not: who it is for, if not the profile's own person. */
  holder?: string;
  daysAgo?: number;
  delivery?: string;
  /** Of the requirement PIN; "none" where the programme asks for no PIN. */
  pin?: string;
}

const kiosk = 'KIOSK_COLLECTION';
const tracked = 'POSTAL_SERVICE_WITH_TRACKING';

/** From the first that was placed to the last. e2e/support/demo-card-orders.ts names those that the tests use. */
const orders: readonly SeedOrder[] = [
  { ...demoCards.expired, status: 'COMPLETED' },
  { ...demoCards.partnerSuspended, status: 'COMPLETED' },
  { ...demoCards.blocked, status: 'COMPLETED' },
  { ...demoCards.old, status: 'COMPLETED', delivery: kiosk },
  { ...demoCards.pinTriesExceeded, status: 'COMPLETED', delivery: kiosk },
  { ...demoCards.frozen, status: 'COMPLETED', delivery: kiosk },
  { ...demoCards.active, status: 'COMPLETED', delivery: kiosk },
  { ...demoCards.virtual, status: 'COMPLETED', pin: 'none' },
  { ...demoCards.inactive, status: 'PRODUCED', delivery: kiosk },
  { ...unprintedCards.failed, status: 'CARD_DETAILS_CREATED', delivery: kiosk },
  { ...unprintedCards.ready, status: 'CARD_DETAILS_CREATED', delivery: kiosk },
  { profileId: 30000001, holder: 'Oluwaseun Bakare', status: 'CANCELLED', daysAgo: 9, pin: 'NOT_INITIATED' },
  {
    profileId: 30000104,
    status: 'REQUIREMENTS_FULFILLED',
    daysAgo: 4,
    delivery: kiosk,
    pin: 'NOT_INITIATED',
  },
  {
    profileId: 30000001,
    holder: 'Niall Farquharson',
    status: 'REQUIREMENTS_FULFILLED',
    daysAgo: 3,
    pin: 'NOT_INITIATED',
  },
  {
    profileId: 30000001,
    holder: 'Greta Olofsson',
    status: 'PLACED',
    daysAgo: 3,
    delivery: kiosk,
    pin: 'NOT_INITIATED',
  },
  {
    profileId: 30000001,
    holder: 'Temperance Achebe',
    status: 'PLACED',
    daysAgo: 2,
    delivery: kiosk,
    pin: 'NOT_INITIATED',
  },
  {
    profileId: 30000001,
    holder: 'Rhys Llewelyn-Bowen',
    status: 'PLACED',
    daysAgo: 2,
    delivery: kiosk,
    pin: 'NOT_INITIATED',
  },
  {
    profileId: 30000001,
    holder: 'Anneliese Krüger',
    status: 'PLACED',
    daysAgo: 2,
    delivery: kiosk,
    pin: 'NOT_INITIATED',
  },
  { profileId: 30000103, status: 'PLACED', daysAgo: 2, delivery: kiosk, pin: 'NOT_INITIATED' },
  ...kioskCards.map(({ isActive, profileId, status, token }) => ({
    profileId,
    token,
    status: isActive ? 'COMPLETED' : status === 'PRODUCED' ? 'PRODUCED' : 'CARD_DETAILS_CREATED',
    delivery: kiosk,
  })),
];

export function plantCardOrders(
  cards: readonly CardRecord[],
  profiles: readonly ProfileRecord[],
  dayMs: number,
): CardOrderRecord[] {
  return orders.flatMap((order, index) => {
    const profile = profiles.find(({ id }) => id === order.profileId);
    const made = cards.find(({ token }) => token === order.token);
    const like = made ?? cards.find((card) => card.profileId === order.profileId && isPhysical(card));
    return profile && like ? [build(firstCardOrderId + index, order, profile, like, made, dayMs)] : [];
  });
}

const isPhysical = ({ cardProgram }: CardRecord) => cardProgram.cardType === 'PHYSICAL';

function build(
  id: number,
  order: SeedOrder,
  profile: ProfileRecord,
  like: CardRecord,
  made: CardRecord | undefined,
  dayMs: number,
): CardOrderRecord {
  const { delivery = tracked, pin = 'COMPLETED', status } = order;
  const beganMs = (made ? Date.parse(made.creationTime) : dayMs - (order.daysAgo ?? 2) * dayInMs) - dayInMs;
  const creationTime = printInstant(beganMs + (id % 600) * 60_000, id % 999_999);
  const needs = status === 'PLACED' ? 'PENDING' : 'COMPLETED';
  return {
    ...newCardOrder({
      id,
      profileId: profile.id,
      clientId: demoClientId,
      cardProgram: like.cardProgram,
      address: addressOf(profile),
      cardHolderName: made?.cardHolderName ?? order.holder ?? nameOf(profile),
      phoneNumber: made?.phoneNumber ?? profile.phoneNumber,
      deliveryOption: isPhysical(like) ? delivery : null,
      atMs: beganMs,
    }),
    status,
    cardToken: made?.token ?? null,
    requirements: [
      ...(pin === 'none' ? [] : [{ type: 'PIN', status: pin }]),
      { type: 'VERIFICATION', status: needs },
      { type: 'ADDRESS', status: 'COMPLETED' },
    ],
    creationTime,
    modificationTime: made?.creationTime ?? creationTime,
  };
}
