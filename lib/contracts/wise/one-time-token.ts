import { z } from 'zod';
import { count, int64 } from './int64.ts';

/** The types Wise documents; what it sends is open, see `challenge`. */
export const challengeTypes = [
  'PIN',
  'FACE_MAP',
  'SMS',
  'WHATSAPP',
  'VOICE',
  'PARTNER_DEVICE_FINGERPRINT',
] as const;
export type ChallengeType = (typeof challengeTypes)[number];

/** Wise: the samples have none, the schema says objects, the text speaks of types. */
const alternative = z.union([z.string(), z.looseObject({ type: z.string() }).transform(({ type }) => type)]);

/** `alternatives` and `required` are missing where Wise answers the short form. */
export const challenge = z.looseObject({
  primaryChallenge: z.looseObject({ type: z.string(), viewData: z.unknown().optional() }),
  alternatives: z.array(alternative).default([]),
  required: z.boolean().default(true),
  passed: z.boolean().default(false),
});

/** Cleared once `challenges` is empty or each that is required is passed. `validity` counts the seconds it has left. */
export const oneTimeToken = z.looseObject({
  oneTimeToken: z.string().min(1),
  challenges: z.array(challenge),
  validity: count,
  actionType: z.string().optional(),
  userId: int64.optional(),
});

export type OneTimeToken = z.output<typeof oneTimeToken>;

/** GET status, POST sms|whatsapp|voice verify, POST sca-sessions authorise. PIN and device verify answer `oneTimeToken` itself. */
export const oneTimeTokenStatus = z.looseObject({ oneTimeTokenProperties: oneTimeToken });

/** POST sms|whatsapp|voice trigger. */
export const passcodeTriggerReply = z.looseObject({ obfuscatedPhoneNo: z.string() });

/** POST sms|whatsapp|voice verify. */
export const passcodeBody = z.object({ otpCode: z.string() });

/** POST pin and POST pin verify, inside a JWE. */
export const pinBody = z.object({ pin: z.string().regex(/^\d{4}$/, 'must be four digits') });

/** POST device-fingerprints and POST device-fingerprints verify, inside a JWE. */
export const deviceFingerprintBody = z.object({ deviceFingerprint: z.string().min(1) });

/** POST device-fingerprints. */
export const deviceFingerprintReply = z.looseObject({
  deviceFingerprintId: z.string(),
  createdAt: z.string(),
});

/** POST phone-numbers of a user. */
export const phoneNumberBody = z.object({
  phoneNumber: z.string().regex(/^\+\d{7,15}$/, 'must be a number with its country code'),
});

/** GET jose response public-keys. `keyMaterial.keyMaterial` is base64 of the DER. */
export const josePublicKeyReply = z.looseObject({
  keyId: z.string().optional(),
  version: count,
  keyMaterial: z.looseObject({ algorithm: z.string(), keyMaterial: z.string().min(1) }),
  scope: z.string(),
});
export type JosePublicKeyReply = z.infer<typeof josePublicKeyReply>;
