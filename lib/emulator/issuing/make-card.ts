import { expiryOf, newSpendingPermissions } from '../seeds/build.ts';
import { programOf } from '../seeds/programs.ts';
import type { CardOrderRecord, CardRecord } from '../entities.ts';
import { printInstant } from '../core/clock.ts';
import type { Random } from '../core/random.ts';

/**
 * The card of an order, not activated yet.
 * @param ageMs for how long it has been there; the demo and tests want old ones
 */
export function makeCard(
  order: Pick<CardOrderRecord, 'cardHolderName' | 'cardProgram' | 'clientId' | 'phoneNumber' | 'profileId'>,
  random: Random,
  { nowMs, ageMs = 0 }: { nowMs: number; ageMs?: number },
): CardRecord {
  const isVirtual = order.cardProgram.cardType !== 'PHYSICAL';
  const madeMs = nowMs - ageMs;
  const madeAt = printInstant(madeMs, random.between(0, 999_999));
  return {
    token: random.uuid(),
    profileId: order.profileId,
    clientId: order.clientId,
    status: 'INACTIVE',
    cardHolderName: order.cardHolderName,
    phoneNumber: order.phoneNumber,
    expiryDate: expiryOf(madeMs),
    lastFourDigits: random.digits(4),
    bankIdentificationNumber: random.pick(programOf(order.cardProgram.name).bins),
    cardProgram: order.cardProgram,
    unlockSpendingPermissions: isVirtual ? 'NONE' : 'WITH_PARTNER_API',
    spendingPermissions: newSpendingPermissions(isVirtual),
    pinTries: 0,
    limits: {},
    creationTime: madeAt,
    modificationTime: madeAt,
  };
}
