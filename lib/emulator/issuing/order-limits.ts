import type { CardRecord, CardOrderRecord, CardProgramRecord, ProfileRecord } from '../entities.ts';
import { programsFor } from '../seeds/programs.ts';
import type { World } from '../world.ts';

const isPhysical = ({ cardType }: CardProgramRecord): boolean => cardType === 'PHYSICAL';

/** Wise: a blocked card is not counted. Emulator choice: neither is any other that will never work again. */
const isCounted = ({ status }: CardRecord): boolean => !['BLOCKED', 'EXPIRED', 'PURGED'].includes(status);
/** One that will still become a card. */
const isComing = ({ cardToken, status }: CardOrderRecord): boolean =>
  cardToken === null && !['CANCELLED', 'RETURNED'].includes(status);

/**
 * Why a profile may not order one more card of a programme; null: it may.
 * Wise: so many cards a personal profile, and three virtual orders a day. Emulator choice: the day is that of UTC.
 * @param replacing a card that the new one takes the place of, which is not counted
 */
export function findOrderLimit(
  { cardOrders, cards, clock, settings }: World,
  profile: ProfileRecord,
  program: CardProgramRecord,
  replacing?: string,
): 'count' | 'day' | null {
  if (profile.type === 'BUSINESS') return null;
  const physical = isPhysical(program);
  const isOfKind = (row: { cardProgram: CardProgramRecord }) => isPhysical(row.cardProgram) === physical;
  const orders = cardOrders.slice(profile.id).filter(isOfKind);
  const held = cards
    .slice(profile.id)
    .filter((card) => isOfKind(card) && isCounted(card) && card.token !== replacing);
  const { cardLimits } = settings;
  const most = physical ? cardLimits.physical : cardLimits.virtual;
  if (held.length + orders.filter(isComing).length >= most) return 'count';
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const placedToday = orders.filter(({ creationTime }) => creationTime.startsWith(today));
  return !physical && placedToday.length >= cardLimits.virtualPerDay ? 'day' : null;
}

/** Wise: an empty list when the profile may not order more. */
export const programsToOrder = (world: World, profile: ProfileRecord) =>
  programsFor(profile.type, profile.address.countryIso2Code).filter(
    (program) => findOrderLimit(world, profile, program) === null,
  );
