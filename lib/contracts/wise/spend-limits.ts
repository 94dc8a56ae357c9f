import { z } from 'zod';
import { orNull } from './absent.ts';
import { money } from './decimal.ts';

/** `usage` is always 0 for a single transaction; `resetAt` is null where nothing resets: per transaction and for life. */
export const cardLimit = z.looseObject({
  value: money,
  usage: orNull(money),
  resetAt: orNull(z.string()),
});

/** GET v4 of a card. A window that is null has no limit of the card's own; the profile's limits apply besides. */
export const cardSpendLimits = z.looseObject({
  transaction: orNull(cardLimit),
  daily: orNull(cardLimit),
  monthly: orNull(cardLimit),
  lifetime: orNull(cardLimit),
});

export const cardLimitWindows = ['transaction', 'daily', 'monthly', 'lifetime'] as const;

export const profileLimit = z.looseObject({
  value: money,
  usage: orNull(money),
  max: orNull(money),
  resetAt: orNull(z.string()),
});

/** GET v4 of a profile: shared by all its cards. `type` is PURCHASE or ATM_WITHDRAWAL today and left open. */
export const profileSpendLimits = z.looseObject({
  spendLimits: z.array(
    z.looseObject({
      type: z.string(),
      aggregateWindow: z.looseObject({ daily: orNull(profileLimit), monthly: orNull(profileLimit) }),
    }),
  ),
});

const setting = z.object({ value: z.object({ amount: z.number(), currency: z.string() }) });

/** PATCH v4 of a card: the windows named are set, the others stay. */
export const cardSpendLimitsBody = z.object({
  transaction: setting.optional(),
  daily: setting.optional(),
  monthly: setting.optional(),
  lifetime: setting.optional(),
});

/** PATCH v4 of a profile: both windows are required. */
export const profileSpendLimitsBody = z.object({
  type: z.enum(['PURCHASE', 'ATM_WITHDRAWAL']),
  aggregateWindow: z.object({ daily: setting, monthly: setting }),
});
