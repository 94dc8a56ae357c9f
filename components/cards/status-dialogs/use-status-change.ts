'use client';
import { useRef } from 'react';
import { type CardAction, cardActions } from '@/lib/catalogues/card-actions';
import { asApiError } from '@/lib/client/api-error';
import { useUpdateCardStatus } from '@/lib/client/cards/mutations';
import { useIntentKey } from '@/lib/client/intent-key';
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
>;

interface Details {
  reason?: string;
  cardInHand?: boolean;
}

/** One dialog's call: pressed twice it sends once, and the outcome stays readable in it. */
export function useStatusChange(card: CardInDialog, act: CardAction) {
  const update = useUpdateCardStatus({ profileId: card.profileId, cardToken: card.token });
  const keyOf = useIntentKey();
  const attempt = useRef(0);
  const isSending = useRef(false);

  /** @returns whether it is done */
  const send = async ({ reason = '', cardInHand }: Details): Promise<boolean> => {
    if (isSending.current) return false;
    isSending.current = true;
    const body = {
      status: cardActions[act].to,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(cardInHand === undefined ? {} : { cardInHand }),
    };
    try {
      await update.mutateAsync({ body, idempotencyKey: keyOf({ body, attempt: attempt.current }) });
      return true;
    } catch (thrown) {
      const { code, problem } = asApiError(thrown);
      // A refusal is an answer: pressing again is a new intent. What still runs or is unknown keeps its key.
      if (problem.certain === 'nothing' && code !== 'in_progress') attempt.current += 1;
      return false;
    } finally {
      isSending.current = false;
    }
  };

  return {
    send,
    isPending: update.isPending,
    error: update.error,
    isUnknown: update.error?.problem.certain === 'unknown',
  };
}
