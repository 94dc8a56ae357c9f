import { z } from 'zod';
import { type ChallengeType, challengeTypes } from '../contracts/wise/one-time-token.ts';
import { type KeyFormat, keyFormats } from './card-data/encrypting-key.ts';
import { quoteLifeMs } from './money/quotes.ts';
import { type TokenForm, tokenForms } from './wise/token-texts.ts';

const sensitiveReplies = ['jwe', 'jweInJson', 'clear'] as const;

/** How POST of a recipient answers. Wise documents v2; older documents and clients know v1. */
const recipientShapes = ['v2', 'v1'] as const;

const share = z.number().min(0).max(1);
/** With 0 a thing has come to its end by the time somebody looks again; null: it does not move by itself. */
const stepMs = z
  .int()
  .min(0)
  .max(30 * 24 * 60 * 60 * 1000)
  .nullable();

/** What POST /_emulator/settings takes; what is left out stays as it is. */
export const settingsChange = z.strictObject({
  /** null takes the limit away. */
  rateLimit: z
    .strictObject({ perSecond: z.int().min(1), perMinute: z.int().min(1) })
    .nullable()
    .exactOptional(),
  /** Waited before each answer. */
  latencyMs: z.int().min(0).max(120_000).exactOptional(),
  /** Every delivery goes here in place of the subscription's own address; null takes it away. See webhooks/dispatcher.ts. */
  webhookUrl: z.url().nullable().exactOptional(),
  tokenTtlSeconds: z.int().min(1).exactOptional(),
  /** How the user tokens look that are given from now on. */
  tokenForm: z.enum(tokenForms).exactOptional(),
  /** Shares of deliveries, drawn from a seeded generator: sent twice, sent after a later one, never sent. */
  webhookFaults: z
    .strictObject({
      duplicate: share.exactOptional(),
      shuffle: share.exactOptional(),
      drop: share.exactOptional(),
    })
    .exactOptional(),
  /** Card details and PIN: the bare compact JWE, the JWE as `encryptedPayload` of a JSON object, or clear JSON. */
  sensitiveReply: z.enum(sensitiveReplies).exactOptional(),
  /** The key card data is asked for with: base64 of its DER, or PEM. */
  keyFormat: z.enum(keyFormats).exactOptional(),
  /**
   * Where users must confirm: nowhere, where Wise says so, or at each operation that is named or whose path contains one of
   * these texts. With `low:` before it a text means what an open session lets through.
   */
  scaRequired: z.union([z.boolean(), z.array(z.string().min(1))]).exactOptional(),
  /** What a one-time token asks for, all of it. Emulator choice: FACE_MAP can be asked for, but nothing clears it. */
  scaChallenges: z
    .array(z.enum(challengeTypes))
    .min(1)
    .refine((types) => new Set(types).size === types.length, 'must not repeat a type')
    .exactOptional(),
  recipientShape: z.enum(recipientShapes).exactOptional(),
  /** How long a transfer that is paid stays at each of its steps. */
  transferStepMs: stepMs.exactOptional(),
  /** The same for a batch group that is being cancelled and for a direct debit. */
  batchStepMs: stepMs.exactOptional(),
  /** How long a kiosk prints a card, unless it has a pace of its own. */
  kioskStepMs: stepMs.exactOptional(),
  /** How long a card order stays at each of its steps. */
  orderStepMs: stepMs.exactOptional(),
  /** How many cards a personal profile may have, and virtual orders in a day. */
  cardLimits: z
    .strictObject({
      physical: z.int().min(0).exactOptional(),
      virtual: z.int().min(0).exactOptional(),
      virtualPerDay: z.int().min(0).exactOptional(),
    })
    .exactOptional(),
  /** How long a quote is good for. */
  quoteLifeMs: z
    .int()
    .min(1)
    .max(24 * 60 * 60 * 1000)
    .exactOptional(),
  /** Whether a batch group is paid from other balances as well where that of its currency is short. */
  autoConvert: z.boolean().exactOptional(),
});
export type SettingsChange = z.infer<typeof settingsChange>;

export interface Settings {
  rateLimit: { perSecond: number; perMinute: number } | null;
  latencyMs: number;
  webhookUrl: string | null;
  tokenTtlSeconds: number;
  tokenForm: TokenForm;
  webhookFaults: { duplicate: number; shuffle: number; drop: number };
  sensitiveReply: (typeof sensitiveReplies)[number];
  keyFormat: KeyFormat;
  scaRequired: boolean | readonly string[];
  scaChallenges: readonly ChallengeType[];
  recipientShape: (typeof recipientShapes)[number];
  transferStepMs: number | null;
  batchStepMs: number | null;
  kioskStepMs: number | null;
  orderStepMs: number | null;
  cardLimits: { physical: number; virtual: number; virtualPerDay: number };
  quoteLifeMs: number;
  autoConvert: boolean;
}

/**
 * Wise: access tokens live 12 hours; a client has 100 requests a second and 1,000 a minute. A personal profile has 10
 * physical and 30 virtual cards on the sandbox, 1 and 3 in production, and 3 virtual orders a day.
 * Emulator choice: the key is bare base64, as Wise ships keys elsewhere; nothing has to be confirmed; money and card
 * orders take two seconds a step, a kiosk prints a card in eight.
 */
export function defaultSettings(webhookUrl: string | null): Settings {
  return {
    rateLimit: { perSecond: 100, perMinute: 1000 },
    latencyMs: 0,
    webhookUrl,
    tokenTtlSeconds: 12 * 60 * 60,
    tokenForm: 'uuid',
    webhookFaults: { duplicate: 0, shuffle: 0, drop: 0 },
    sensitiveReply: 'jwe',
    keyFormat: 'spki',
    scaRequired: false,
    scaChallenges: ['SMS'],
    recipientShape: 'v2',
    transferStepMs: 2000,
    batchStepMs: 2000,
    kioskStepMs: 8000,
    orderStepMs: 2000,
    cardLimits: { physical: 10, virtual: 30, virtualPerDay: 3 },
    quoteLifeMs,
    autoConvert: true,
  };
}

export const changeSettings = (settings: Settings, change: SettingsChange): Settings => ({
  ...settings,
  ...change,
  webhookFaults: { ...settings.webhookFaults, ...change.webhookFaults },
  cardLimits: { ...settings.cardLimits, ...change.cardLimits },
});
