'use client';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { showToast } from '@/components/ui/toast';
import { useUpdateCardStatus } from '@/lib/client/cards/mutations';
import { useCan } from '@/lib/client/session/session-provider';
import { CardNamed, DialogAnswers, OutcomeNotice } from './parts';
import type { ActDialogProps } from './status-dialog';
import { useStatusChange } from './use-status-change';

const words = {
  freeze: {
    question: 'Freeze this card?',
    then: (by: string) =>
      `New payments are declined until ${by} unfreezes it. Payments already authorised still go through, and refunds still arrive.`,
    keep: 'Keep it active',
    label: 'Freeze',
    busyLabel: 'Freezing',
    done: 'frozen',
    isNow: 'frozen',
    undo: { label: 'Unfreeze', status: 'ACTIVE', needs: 'cards.unfreeze' },
  },
  unfreeze: {
    question: 'Unfreeze this card?',
    then: () => 'Payments work again at once, with the spending permissions the card has.',
    keep: 'Keep it frozen',
    label: 'Unfreeze',
    busyLabel: 'Unfreezing',
    done: 'unfrozen',
    isNow: 'active again',
    undo: { label: 'Freeze', status: 'FROZEN', needs: 'cards.freeze' },
  },
} as const;

/** Freezing and unfreezing: each takes the other back, so the answer is a toast with the way back. */
export function ReversibleDialog({
  act,
  card,
  onClose,
  returnTo,
}: ActDialogProps & { act: 'freeze' | 'unfreeze' }) {
  const text = words[act];
  const [reason, setReason] = useState('');
  const { send, isPending, error, isUnknown } = useStatusChange(card, act);
  const undoUpdate = useUpdateCardStatus({ profileId: card.profileId, cardToken: card.token });
  // A held card that was active is frozen for good reason: nobody unfreezes it from here.
  const mayUndo = useCan(text.undo.needs) && card.hold === null;

  const undo = () =>
    undoUpdate
      .mutateAsync({ body: { status: text.undo.status }, idempotencyKey: crypto.randomUUID() })
      .catch(() =>
        showToast({
          text: `Card ${card.lastFourDigits} was not changed back. Open it to see how it stands.`,
        }),
      );
  const submit = async () => {
    if (!(await send({ reason }))) return;
    onClose();
    void showToast({
      text: `Card ${card.lastFourDigits} is ${text.isNow}`,
      ...(mayUndo ? { undo: { label: text.undo.label, act: () => void undo() } } : {}),
    });
  };

  return (
    <Dialog
      title={text.question}
      description={
        <p>
          <CardNamed card={card} /> {text.then(mayUndo ? 'somebody' : 'an operator or compliance')}
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={isPending}
      returnTo={returnTo}
      footer={<DialogAnswers {...text} {...{ isPending, isUnknown, onClose }} />}
    >
      {!isUnknown && (
        <TextField
          label="Reason, kept in the audit trail"
          hint="Optional. It helps whoever looks at the card next."
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
      )}
      <OutcomeNotice error={error} done={text.done} />
    </Dialog>
  );
}
