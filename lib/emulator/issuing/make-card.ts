import { printInstant } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { CardOrderRecord, CardRecord } from '../entities.ts';
import { expiryOf, newSpendingPermissions } from '../seeds/build.ts';
import { programOf } from '../seeds/programs.ts';

/** The card of an order, made at an instant and not activated yet. */
export function makeCard(
  order: Pick<
    CardOrderRecord,
    'cardHolderName' | 'cardProgram' | 'clientId' | 'lifetimeLimit' | 'phoneNumber' | 'profileId'
  >,
  random: Random,
  atMs: number,
): CardRecord {
  const isVirtual = order.cardProgram.cardType !== 'PHYSICAL';
  const madeAt = printInstant(atMs, random.between(0, 999_999));
  return {
    token: random.uuid(),
    profileId: order.profileId,
    clientId: order.clientId,
    status: 'INACTIVE',
    cardHolderName: order.cardHolderName,
    phoneNumber: order.phoneNumber,
    expiryDate: expiryOf(atMs),
    lastFourDigits: random.digits(4),
    bankIdentificationNumber: random.pick(programOf(order.cardProgram.name).bins),
    cardProgram: order.cardProgram,
    unlockSpendingPermissions: isVirtual ? 'NONE' : 'WITH_PARTNER_API',
    spendingPermissions: newSpendingPermissions(isVirtual),
    pinTries: 0,
    limits:
      order.lifetimeLimit === null
        ? {}
        : { lifetime: { amount: order.lifetimeLimit, currency: order.cardProgram.defaultCurrency } },
    creationTime: madeAt,
    modificationTime: madeAt,
  };
}
