'use client';
import { type CardAction, cardActions } from '@/lib/catalogues/card-actions';
import { useUpdateCardStatus } from '@/lib/client/cards/mutations';
import { useIntent } from '@/lib/client/use-intent';
import type { IndexedCard } from '@/lib/contracts/cards';

/** What the dialogs need to know of a card; a row of the list has it as well as the page. */
export type CardInDialog = Pick<
  IndexedCard,
  | 'profileId'
  | 'token'
  | 'cardHolderName'
  | 'lastFourDigits'
  | 'cardProgram'
  | 'status'
  | 'unlockSpendingPermissions'
  | 'hold'
>;

interface Details {
  reason?: string;
  cardInHand?: boolean;
}

/** One dialog's call: pressed twice it sends once, and the outcome stays readable in it. */
export function useStatusChange(card: CardInDialog, act: CardAction) {
  const update = useUpdateCardStatus({ profileId: card.profileId, cardToken: card.token });
  const sendIntent = useIntent(update);

  /** @returns whether it is done */
  const send = ({ reason = '', cardInHand }: Details): Promise<boolean> =>
    sendIntent({
      status: cardActions[act].to,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(cardInHand === undefined ? {} : { cardInHand }),
    });

  return {
    send,
    isPending: update.isPending,
    error: update.error,
    isUnknown: update.error?.problem.certain === 'unknown',
  };
}
