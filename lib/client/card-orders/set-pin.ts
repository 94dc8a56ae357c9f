import { CompactEncrypt, importSPKI } from 'jose';
import { presetPinText } from '../../catalogues/card-orders.ts';
import { type CardOrderPath, getPresetPinKey, presetPin } from '../../contracts/card-orders.ts';
import { asApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';

const wrapping = 'RSA-OAEP-256';

/**
 * Encrypts the PIN to Wise's key here in the page and has it handed on. Where Wise could not read it, its key has changed
 * since: it is encrypted once more, to the new one.
 * @throws ApiError
 */
export async function setPin(path: CardOrderPath, pin: string): Promise<void> {
  try {
    await send(path, pin);
  } catch (error) {
    if (asApiError(error).code !== 'preset_pin_not_taken') throw error;
    await send(path, pin);
  }
}

async function send(params: CardOrderPath, pin: string): Promise<void> {
  const { spki } = await callEndpoint(getPresetPinKey, { params });
  await callEndpoint(presetPin, { params, body: { encryptedPayload: await encryptPin(spki, pin) } });
}

/** @param spki base64 of Wise's public key */
async function encryptPin(spki: string, pin: string): Promise<string> {
  const key = await importSPKI(`-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----`, wrapping);
  return new CompactEncrypt(new TextEncoder().encode(presetPinText(pin)))
    .setProtectedHeader({ alg: wrapping, enc: 'A256GCM' })
    .encrypt(key);
}
