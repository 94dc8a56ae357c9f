import 'server-only';
import { card, cardListReply } from '../../../contracts/wise/cards.ts';
import type { WiseCard } from '../../../contracts/cards.ts';
import type { z } from 'zod';

/** Wise's card as the console carries it: the fields it knows, absent ones null. */
function toWiseCard(told: z.output<typeof card>): WiseCard {
  const { name, scheme, defaultCurrency, cardType } = told.cardProgram;
  return {
    token: told.token,
    profileId: told.profileId,
    status: { value: told.status.value },
    cardHolderName: told.cardHolderName,
    expiryDate: told.expiryDate,
    lastFourDigits: told.lastFourDigits,
    bankIdentificationNumber: told.bankIdentificationNumber ?? null,
    phoneNumber: told.phoneNumber,
    cardProgram: { name, scheme, defaultCurrency, cardType },
    unlockSpendingPermissions: told.unlockSpendingPermissions,
    creationTime: told.creationTime,
    modificationTime: told.modificationTime,
  };
}

export const wiseCardReply = card.transform(toWiseCard);
export const wiseCardListReply = cardListReply.transform(({ cards, totalCount }) => ({
  cards: cards.map(toWiseCard),
  totalCount,
}));
