import 'server-only';
import { isPinSet } from '../../../catalogues/card-orders.ts';
import type { CardOrder, CardOrderPath } from '../../../contracts/card-orders.ts';
import type { CardScope } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { parseEncryptingKey, UnusableKey } from '../../wise/card-data/encrypting-key.ts';
import { WiseError } from '../../wise/errors.ts';
import { locateProfile } from './locate-profile.ts';
import { readCardOrder } from './read-card-orders.ts';

/**
 * Wise's key as it is at this moment, for the page to encrypt to.
 * @throws AppError preset_pin_not_offered, wise_reply_not_understood for a key that nobody should encrypt to
 */
export async function readPresetPinKey(
  parts: Runtime,
  scope: CardScope,
  path: CardOrderPath,
): Promise<{ spki: string }> {
  await requirePinOffered(parts, scope, path);
  const { options } = await locateProfile(parts, scope, path.profileId);
  const text = await parts.wise.sensitiveDetails.fetchEncryptingKey(options);
  try {
    const spki = parseEncryptingKey(text).export({ type: 'spki', format: 'der' });
    return { spki: spki.toString('base64') };
  } catch (error) {
    throw error instanceof UnusableKey ? new AppError('wise_reply_not_understood', { cause: error }) : error;
  }
}

/**
 * Hands an encrypted PIN on to Wise. That the order is this profile's is looked at first: Wise's host for card data is told
 * the order alone.
 * @param note what the trail has to know, should Wise not answer
 * @throws AppError not_found, preset_pin_not_offered, preset_pin_not_taken; WiseError
 */
export async function presetPin(
  parts: Runtime,
  scope: CardScope,
  path: CardOrderPath,
  jwe: string,
  note: (details: { wasSet: boolean }) => void,
): Promise<{ orderId: string; setAt: string }> {
  const { requirements } = await requirePinOffered(parts, scope, path);
  note({ wasSet: isPinSet(requirements) });
  const { options } = await locateProfile(parts, scope, path.profileId);
  try {
    await parts.wise.cardOrders.presetPin(options, path.orderId, jwe);
  } catch (error) {
    if (!(error instanceof WiseError && error.kind === 'refused')) throw error;
    // Wise documents no error here: a payload that it cannot read is a fault of the body.
    if (error.status === 400) {
      // Wise may have a new key, and reveals are encrypted to the same one.
      parts.wise.encryptingKeys.forget();
      throw new AppError('preset_pin_not_taken', { cause: error });
    }
    if (error.status === 403) throw new AppError('preset_pin_not_offered', { cause: error });
    throw error;
  }
  return { orderId: path.orderId, setAt: new Date().toISOString() };
}

async function requirePinOffered(parts: Runtime, scope: CardScope, path: CardOrderPath): Promise<CardOrder> {
  const order = await readCardOrder(parts, scope, path);
  if (order.noPin !== null) throw new AppError('preset_pin_not_offered');
  return order;
}
