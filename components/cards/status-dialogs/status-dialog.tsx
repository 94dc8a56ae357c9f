'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { showToast } from '@/components/ui/toast';
import { useUpdateCardStatus } from '@/lib/client/cards/mutations';
import { useIntentKey } from '@/lib/client/intent-key';
import { useCan } from '@/lib/client/session/session-provider';
import type { IndexedCard } from '@/lib/contracts/cards';
import { formatScheme } from '@/lib/format/card-numbers';
import { CardNumber } from '../card-number';

type Act = 'freeze' | 'unfreeze';

const words = {
  freeze: {
    question: 'Freeze this card?',
    then: 'Every payment is declined until somebody unfreezes it; refunds still arrive.',
    keep: 'Keep it active',
    button: 'Freeze',
    busy: 'Freezing',
    to: 'FROZEN',
    done: 'frozen',
    back: 'unfreeze',
  },
  unfreeze: {
    question: 'Unfreeze this card?',
    then: 'Payments work again at once, with the switches it has.',
    keep: 'Keep it frozen',
    button: 'Unfreeze',
    busy: 'Unfreezing',
    to: 'ACTIVE',
    done: 'active again',
    back: 'freeze',
  },
} as const;

interface StatusDialogProps {
  act: Act;
  card: Pick<IndexedCard, 'profileId' | 'token' | 'cardHolderName' | 'lastFourDigits' | 'cardProgram'>;
  onClose: () => void;
}

/** Freezing and unfreezing: both can be undone, so the answer is a toast with the way back. */
export function StatusDialog({ act, card, onClose }: StatusDialogProps) {
  const text = words[act];
  const [reason, setReason] = useState('');
  const update = useUpdateCardStatus({ profileId: card.profileId, cardToken: card.token });
  const keyOf = useIntentKey();
  const mayUndo = useCan(act === 'freeze' ? 'cards.unfreeze' : 'cards.freeze');
  const isUnknown = update.error?.problem.certain === 'unknown';

  const undo = async () => {
    const body = { status: words[text.back].to };
    try {
      await update.mutateAsync({ body, idempotencyKey: crypto.randomUUID() });
    } catch {
      void showToast({
        text: `Card ${card.lastFourDigits} could not be changed back. Open it to see how it stands.`,
      });
    }
  };
  const send = async () => {
    const body = { status: text.to, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    try {
      await update.mutateAsync({ body, idempotencyKey: keyOf(body) });
    } catch {
      return;
    }
    onClose();
    void showToast({
      text: `Card ${card.lastFourDigits} is ${text.done}`,
      ...(mayUndo ? { undo: { label: words[text.back].button, act: () => void undo() } } : {}),
    });
  };

  return (
    <Dialog
      title={text.question}
      description={
        <p>
          {card.cardHolderName ?? 'No name'}, {formatScheme(card.cardProgram.scheme)}{' '}
          <CardNumber lastFourDigits={card.lastFourDigits} />. {text.then}
        </p>
      }
      onSubmit={() => void send()}
      onClose={onClose}
      busy={update.isPending}
      footer={
        <>
          <Button onClick={onClose}>{isUnknown ? 'Close' : text.keep}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={update.isPending}
            notNow={isUnknown ? 'The console asks Wise itself.' : undefined}
          >
            {update.isPending ? text.busy : text.button}
          </Button>
        </>
      }
    >
      <Field
        label="Reason, kept in the audit trail"
        hint="Not needed, but it helps whoever looks at the card next."
      >
        {(parts) => (
          <Input
            {...parts}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {update.error && <ErrorState error={update.error} />}
    </Dialog>
  );
}
