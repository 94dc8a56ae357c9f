import { createHash } from 'node:crypto';
import { CompactEncrypt, importSPKI } from 'jose';
import { z } from 'zod';
import { type CardOrderPath, getPresetPinKey } from '../../lib/contracts/card-orders.ts';
import type { ConsoleClient } from './console-client.ts';
import type { EmulatorControl } from './emulator-control.ts';

const order = z.object({
  id: z.int(),
  profileId: z.int(),
  status: z.string(),
  cardHolderName: z.string(),
  pinDigest: z.string().nullable(),
  deliveryOption: z.string().nullable(),
  requirements: z.array(z.object({ type: z.string(), status: z.string() })),
});
const taken = new Set<number>();

export const readOrders = (emulator: EmulatorControl) => emulator.state('card-orders', order);

export async function readOrder(emulator: EmulatorControl, { orderId }: CardOrderPath) {
  const found = (await readOrders(emulator)).find(({ id }) => String(id) === orderId);
  if (!found) throw new Error(`Wise has no order ${orderId}`);
  return found;
}

/** An order that no other test of this worker touches. */
export async function pickOrder(
  emulator: EmulatorControl,
  status: string,
  pin = 'NOT_INITIATED',
): Promise<z.output<typeof order> & { path: CardOrderPath }> {
  const found = (await readOrders(emulator)).find(
    ({ id, requirements, status: is }) =>
      is === status &&
      !taken.has(id) &&
      (requirements.find(({ type }) => type === 'PIN')?.status ?? 'none') === pin,
  );
  if (!found) throw new Error(`No ${status} order is left`);
  taken.add(found.id);
  return { ...found, path: { profileId: String(found.profileId), orderId: String(found.id) } };
}

export const digestOfPin = ({ orderId }: CardOrderPath, pin: string): string =>
  createHash('sha256').update(`${orderId}:${pin}`).digest('hex');

/** As the page encrypts it. */
export async function encryptPin(spki: string, pin: string): Promise<string> {
  const key = await importSPKI(
    `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----`,
    'RSA-OAEP-256',
  );
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ pin }, null, 4)))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
    .encrypt(key);
}

export async function makePayload(
  client: ConsoleClient,
  params: CardOrderPath,
  pin: string,
): Promise<string> {
  return encryptPin((await client.call(getPresetPinKey, { params })).body.spki, pin);
}
