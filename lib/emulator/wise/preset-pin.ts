import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sensitiveDetailsBody } from '../../contracts/wise/sensitive-details.ts';
import type { Emulator } from '../emulator.ts';
import type { CardOrderRecord } from '../entities.ts';
import type { World } from '../world.ts';
import { cardOrderNotFound } from './card-orders.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody } from './parse.ts';
import { accessRefusal, hiddenRefusal, invalidToken, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import { checkKeyVersionOrThrow, readPayloadOrThrow } from './sensitive-details.ts';
import type { UserCaller } from './tokens.ts';

export const orderHeader = 'x-tw-twcard-order-id';

/** Emulator choice: the PIN is taken until the card's details are made. */
const openStatuses = ['PLACED', 'REQUIREMENTS_FULFILLED'];

/** Emulator choice: Wise shows the length of what is encrypted alone, which is that of this, indented by four. */
const presetPin = z.strictObject({ pin: z.string().regex(/^\d{4}$/) });

/** Emulator choice: of the profile nothing is asked here, so an order of somebody else is simply not found. */
function orderOfHeaderOrThrow(world: World, c: EmulatorContext, caller: UserCaller): CardOrderRecord {
  const id = c.req.header(orderHeader) ?? '';
  if (!/^\d{1,19}$/.test(id))
    throw validationRefusal(400, { code: 'NOT_VALID', message: 'must be a whole number', path: orderHeader });
  const order = world.cardOrders.get(id);
  const profile = order && world.profiles.get(order.profileId);
  if (!order || profile?.userId !== caller.user.id) throw cardOrderNotFound(orderHeader, id);
  // Wise: a deactivated profile answers 401.
  if (profile.currentState === 'DEACTIVATED') throw invalidToken();
  return order;
}

/** Emulator choice: one answer for whatever is wrong inside, which says nothing of what it held. */
function readPinOrThrow(plaintext: Buffer): string {
  try {
    return presetPin.parse(JSON.parse(plaintext.toString('utf8'))).pin;
  } catch {
    throw validationRefusal(400, {
      code: 'encrypted.payload.invalid',
      message: 'holds no PIN of four digits',
      path: 'encryptedPayload',
    });
  }
}

export const digestOfPin = (orderId: number, pin: string): string =>
  createHash('sha256').update(`${orderId}:${pin}`).digest('hex');

export function registerPresetPin(router: WiseRouter, { encryptingKey, world }: Emulator): void {
  router.forUser(
    'POST /twcard-data/v1/sensitive-card-data/preset-pin',
    async (c, caller) => {
      orderOfHeaderOrThrow(world, c, caller);
      const body = await parseBody(c, sensitiveDetailsBody);
      checkKeyVersionOrThrow(body.keyVersion);
      const privateKey = await encryptingKey.current();
      // Read only now: another request may have changed it while this one's body arrived.
      const order = orderOfHeaderOrThrow(world, c, caller);
      if (!openStatuses.includes(order.status)) throw accessRefusal('The order takes no PIN any more');
      const pin = readPinOrThrow(readPayloadOrThrow(body.encryptedPayload, privateKey).plaintext);
      world.cardOrders.put({
        ...order,
        pinDigest: digestOfPin(order.id, pin),
        requirements: order.requirements.map((requirement) =>
          requirement.type === 'PIN' ? { ...requirement, status: 'COMPLETED' } : requirement,
        ),
        modificationTime: world.clock.nextInstant(order.modificationTime),
      });
      return c.json({ cardOrderId: String(order.id) });
    },
    (c) => hiddenRefusal(c.req.path),
  );
}
