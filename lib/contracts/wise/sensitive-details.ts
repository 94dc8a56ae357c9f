import { z } from 'zod';
import { textOrNull } from './absent.ts';
import { count } from './int64.ts';

/** GET fetchEncryptingKey. `key` is an RSA public key: Wise does not say whether as PEM or as bare base64 of its DER. */
export const encryptingKeyReply = z.looseObject({ version: count, key: z.string().min(1) });
export type EncryptingKeyReply = z.infer<typeof encryptingKeyReply>;

/** POST details and POST pin. `encryptedPayload` is a compact JWE that carries a content key for the reply. */
export const sensitiveDetailsBody = z.object({ keyVersion: z.int(), encryptedPayload: z.string().min(1) });

/** The reply of POST details once decrypted. `expiryDate` is MM/YY. */
export const clearCardDetails = z.looseObject({
  nonce: textOrNull,
  cvv2: z.string(),
  pan: z.string(),
  expiryDate: z.string(),
  cardholderName: textOrNull,
});
export type ClearCardDetails = z.infer<typeof clearCardDetails>;

/** The reply of POST pin once decrypted. */
export const clearPin = z.looseObject({ nonce: textOrNull, pin: z.string() });
export type ClearPin = z.infer<typeof clearPin>;
