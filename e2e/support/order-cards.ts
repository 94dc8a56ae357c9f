import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  createCardOrder,
  type CreateOrderBody,
  getCardAvailability,
  type PlacedOrder,
} from '../../lib/contracts/card-order-writes.ts';
import { listProfiles } from '../../lib/contracts/profiles.ts';
import type { ConsoleClient } from './console-client.ts';
import type { EmulatorControl } from './emulator-control.ts';

const profile = z.object({
  id: z.int(),
  type: z.string(),
  address: z.object({ countryIso2Code: z.string() }),
});
const made = z.object({
  id: z.int(),
  profileId: z.int(),
  status: z.string(),
  cardToken: z.string().nullable(),
  cardHolderName: z.string(),
  deliveryOption: z.string().nullable(),
  idempotenceUuid: z.string().nullable(),
});
const taken = new Set<string>();

/** A personal profile in the United Kingdom that no other test of this worker orders for. */
export async function pickProfile(operator: ConsoleClient, emulator: EmulatorControl): Promise<string> {
  const known = (await operator.call(listProfiles, {})).body.items.filter(({ connected }) => connected);
  const british = (await emulator.state('profiles', profile))
    .filter(({ address, type }) => type === 'PERSONAL' && address.countryIso2Code === 'GB')
    .map(({ id }) => String(id));
  // From the end: the demo data's cards of fixed token are those of the first.
  const found = known.reverse().find(({ id }) => british.includes(id) && !taken.has(id));
  if (!found) throw new Error('No profile is left to order for');
  taken.add(found.id);
  return found.id;
}

/** An operator, and a profile to order for. */
export async function startOrdering(
  as: (who: 'operator') => Promise<ConsoleClient>,
  emulator: EmulatorControl,
): Promise<{ operator: ConsoleClient; profileId: string; params: { profileId: string } }> {
  const operator = await as('operator');
  const profileId = await pickProfile(operator, emulator);
  return { operator, profileId, params: { profileId } };
}

const heldCard = z.object({
  profileId: z.int(),
  status: z.string(),
  cardProgram: z.object({ cardType: z.string() }),
});
const coming = made.extend({ cardProgram: z.object({ cardType: z.string() }) });

/** Physical cards that a profile has, and that are on order for it. */
export async function countPhysical(emulator: EmulatorControl, profileId: string): Promise<number> {
  const isOne = (row: { profileId: number; cardProgram: { cardType: string } }) =>
    String(row.profileId) === profileId && row.cardProgram.cardType === 'PHYSICAL';
  const cards = (await emulator.state('cards', heldCard)).filter(
    (card) => isOne(card) && !['BLOCKED', 'EXPIRED', 'PURGED'].includes(card.status),
  );
  const orders = (await emulator.state('card-orders', coming)).filter(
    (order) => isOne(order) && order.cardToken === null && !['CANCELLED', 'RETURNED'].includes(order.status),
  );
  return cards.length + orders.length;
}

/** What Wise holds of a profile's orders, by the key they were asked for under. */
export const ordersAt = async (emulator: EmulatorControl, profileId: string) =>
  (await emulator.state('card-orders', made)).filter((order) => String(order.profileId) === profileId);

export const ordersUnder = async (emulator: EmulatorControl, profileId: string, requestId: string) =>
  (await ordersAt(emulator, profileId)).filter(({ idempotenceUuid }) => idempotenceUuid === requestId);

export const ordersFor = async (emulator: EmulatorControl, profileId: string, holder: string) =>
  (await ordersAt(emulator, profileId)).filter(({ cardHolderName }) => cardHolderName === holder);

export async function orderBody(
  client: ConsoleClient,
  profileId: string,
  more: Partial<CreateOrderBody> = {},
): Promise<CreateOrderBody> {
  const { programmes } = (await client.call(getCardAvailability, { params: { profileId } })).body;
  const isVirtual = more.delivery === null;
  const programme = programmes.find(({ cardType }) => (cardType !== 'PHYSICAL') === isVirtual)?.name;
  if (programme === undefined) throw new Error('Wise offers no programme of that kind');
  return {
    requestId: randomUUID(),
    programme,
    cardHolderName: 'Imogen Farrow',
    phoneNumber: '+447700900611',
    ...(isVirtual
      ? { delivery: null }
      : {
          delivery: 'kiosk' as const,
          branchId: 'leeds',
          embossedName: 'IMOGEN FARROW',
          address: { firstLine: '14 Boar Lane', city: 'Leeds', postCode: 'LS1 6EN', country: 'GB' },
        }),
    ...more,
  };
}

export async function placeOrder(operator: ConsoleClient, profileId: string): Promise<PlacedOrder> {
  const body = await orderBody(operator, profileId);
  return (await operator.call(createCardOrder, { params: { profileId }, body })).body;
}

/** Orders that stay as they are until they are moved. */
export const still = { orderStepMs: null };

/** How often Wise was asked to place an order. */
export const creations = async (emulator: EmulatorControl, since: string) =>
  (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/card-orders'),
  );
