import { z } from 'zod';
import { textOrNull } from './absent.ts';
import { count, int64 } from './int64.ts';

export const card = z.looseObject({
  token: z.string(),
  profileId: int64,
  clientId: z.string().optional(),
  status: z.looseObject({ value: z.string() }),
  /** A purged card has none. */
  cardHolderName: textOrNull,
  expiryDate: z.string(),
  lastFourDigits: z.string(),
  bankIdentificationNumber: z.string().nullish(),
  phoneNumber: textOrNull,
  cardProgram: z.looseObject({
    name: z.string(),
    scheme: z.string(),
    defaultCurrency: z.string(),
    cardType: z.string(),
  }),
  unlockSpendingPermissions: z.string().default('NONE'),
  creationTime: z.string(),
  modificationTime: z.string(),
});

export const cardListReply = z.looseObject({ cards: z.array(card), totalCount: count });

/** Wise: pageSize 10 to 100, pageNumber from 1. */
export const cardPageSize = { min: 10, max: 100, default: 10 } as const;

/** The statuses a partner may ask for. What Wise sends is open, see `card.status.value`. */
export const settableCardStatuses = ['ACTIVE', 'FROZEN', 'BLOCKED'] as const;
export const cardStatusBody = z.object({ status: z.enum(settableCardStatuses) });
export type CardStatusBody = z.infer<typeof cardStatusBody>;
