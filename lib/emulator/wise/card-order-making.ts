import { type CardOrderBody, cardOrderBody, idempotenceHeader } from '../../contracts/wise/card-orders.ts';
import type { Emulator } from '../emulator.ts';
import type { CardOrderRecord, ProfileRecord } from '../entities.ts';
import { placeCardOrder } from '../issuing/advance-card-order.ts';
import { findAddressFaults } from '../issuing/card-address.ts';
import { findOrderLimit } from '../issuing/order-limits.ts';
import { addressOf, newCardOrder } from '../seeds/build-card-order.ts';
import { programsFor, type SeedProgram } from '../seeds/programs.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { isUuid, parseBody } from './parse.ts';
import { type Fault, validationRefusal } from './refusal.ts';

/** Wise: the key is required. @throws {Refusal} 400 */
function keyOrThrow(c: EmulatorContext): string {
  const key = c.req.header(idempotenceHeader) ?? '';
  if (isUuid(key)) return key.toLowerCase();
  throw validationRefusal(400, { code: 'NOT_VALID', message: 'must be a UUID', path: 'X-idempotence-uuid' });
}

const refuse = (code: string, path: string, message: string) =>
  validationRefusal(422, { code, message, path });

/** Emulator choice: how an order is refused; Wise shows no refusal of one. */
function checkProgramOrThrow(world: World, profile: ProfileRecord, body: CardOrderBody): SeedProgram {
  const program = programsFor(profile.type, profile.address.countryIso2Code).find(
    ({ name }) => name === body.program,
  );
  if (!program) throw refuse('card.program.not.available', 'program', 'The programme is not available');
  const replaced = body.replacementDetails?.cardToken;
  if (replaced !== undefined && world.cards.get(replaced)?.profileId !== profile.id)
    throw refuse('card.not.found', 'replacementDetails.cardToken', 'Card not found');
  const limit = findOrderLimit(world, profile, program, replaced);
  if (limit === 'count')
    throw refuse('card.limit.reached', 'program', 'The profile has as many cards as it may have');
  if (limit === 'day')
    throw refuse(
      'card.order.daily.limit.reached',
      'program',
      'The profile has ordered as much as it may today',
    );
  return program;
}

/** What goes with a physical card only, and with a business only. */
function findFaults(
  world: World,
  profile: ProfileRecord,
  program: SeedProgram,
  body: CardOrderBody,
): Fault[] {
  const faults: Fault[] = [];
  const add = (path: string, message: string) => faults.push({ code: 'NOT_VALID', message, path });
  const isPhysical = program.cardType === 'PHYSICAL';
  if (isPhysical && !body.address) add('address', 'is required');
  if (!isPhysical && body.embossedName !== undefined) add('embossedName', 'is for physical cards only');
  if (!isPhysical && body.deliveryOption) add('deliveryOption', 'is for physical cards only');
  for (const { field, message } of body.address ? findAddressFaults(body.address) : [])
    add(`address.${field}`, message);
  if (body.cardHolderProfileId !== undefined) {
    const holder = world.profiles.get(body.cardHolderProfileId);
    if (profile.type !== 'BUSINESS') add('cardHolderProfileId', 'is for business profiles only');
    else if (holder?.type !== 'PERSONAL') add('cardHolderProfileId', 'is no personal profile');
  }
  return faults;
}

const addressGiven = (profile: ProfileRecord, { address }: CardOrderBody): CardOrderRecord['address'] =>
  address
    ? {
        firstLine: address.firstLine ?? '',
        secondLine: address.secondLine ?? null,
        thirdLine: address.thirdLine ?? null,
        city: address.city ?? '',
        postCode: address.postCode ?? '',
        state: address.state ?? null,
        country: address.country?.toUpperCase() ?? '',
      }
    : addressOf(profile);

/** Emulator choice: a PIN may be set for a physical card. */
const requirementsOf = (isPhysical: boolean) => [
  ...(isPhysical ? [{ type: 'PIN', status: 'NOT_INITIATED' }] : []),
  { type: 'VERIFICATION', status: 'PENDING' },
  { type: 'ADDRESS', status: 'COMPLETED' },
];

/**
 * Places an order. Emulator choice: the same key gives the order it made, as it is now, whatever the body; keys are kept
 * as long as their orders.
 */
export async function makeCardOrder(
  emulator: Emulator,
  c: EmulatorContext,
  { clientId, profileOf }: { clientId: string; profileOf: () => ProfileRecord },
): Promise<CardOrderRecord> {
  const { world } = emulator;
  const idempotenceUuid = keyOrThrow(c);
  const body = await parseBody(c, cardOrderBody);
  // Read only now: another request may have ordered while this one's body arrived.
  const profile = profileOf();
  const made = world.cardOrders.findBy(`${profile.id} ${idempotenceUuid}`);
  if (made) return made;
  const program = checkProgramOrThrow(world, profile, body);
  const faults = findFaults(world, profile, program, body);
  if (faults.length > 0) throw validationRefusal(422, ...faults);
  const { bins: _, ...cardProgram } = program;
  const isPhysical = cardProgram.cardType === 'PHYSICAL';
  const atMs = world.clock.now();
  const order = newCardOrder({
    id: world.nextNumber('cardOrder'),
    profileId: profile.id,
    clientId,
    cardProgram,
    address: addressGiven(profile, body),
    cardHolderName: body.cardHolderName,
    embossedName: isPhysical ? (body.embossedName ?? null) : null,
    phoneNumber: body.phoneNumber ?? profile.phoneNumber,
    lifetimeLimit: body.lifetimeLimit ?? null,
    deliveryOption: isPhysical ? (body.deliveryOption ?? 'POSTAL_SERVICE_STANDARD') : null,
    requirements: requirementsOf(isPhysical),
    idempotenceUuid,
    atMs,
  });
  return placeCardOrder(emulator, order, atMs);
}
