'use client';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox, TextField } from '@/components/ui/field';
import { useLiftHold } from '@/lib/client/cards/hold-mutations';
import { useIntent } from '@/lib/client/use-intent';
import { CardNamed, DialogAnswers, OutcomeNotice } from '../status-dialogs/parts';
import type { HoldDialogProps } from './place-hold-dialog';

interface LiftHoldDialogProps extends HoldDialogProps {
  holdId: string;
  onLifted: (isUnfrozen: boolean) => void;
}

/** Lifting ends the hold; whether the card is unfrozen as well is asked, and stays a choice of its own. */
export function LiftHoldDialog({ card, holdId, onClose, onLifted, returnTo }: LiftHoldDialogProps) {
  const isFrozen = card.status.value === 'FROZEN';
  const [unfreeze, setUnfreeze] = useState(false);
  const [reason, setReason] = useState('');
  const lift = useLiftHold({ profileId: card.profileId, cardToken: card.token });
  const send = useIntent(lift);
  const isUnknown = lift.error?.problem.certain === 'unknown';

  const submit = async () => {
    const told = reason.trim();
    if (!(await send({ holdId, unfreeze, ...(told !== '' && { reason: told }) }))) return;
    onClose();
    onLifted(unfreeze);
  };

  return (
    <Dialog
      title="Lift this hold?"
      description={
        <p>
          <CardNamed card={card} /> The review is done, and the card is open to whoever may change its status.
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={lift.isPending}
      returnTo={returnTo}
      footer={
        <DialogAnswers
          keep="Keep the hold"
          label={unfreeze ? 'Lift and unfreeze' : 'Lift'}
          busyLabel="Lifting"
          isPending={lift.isPending}
          {...{ isUnknown, onClose }}
        />
      }
    >
      {!isUnknown && (
        <>
          {isFrozen && (
            <Checkbox
              label="Unfreeze the card as well"
              hint="Payments work again at once. Without it the card stays frozen until somebody unfreezes it."
              checked={unfreeze}
              onChange={({ target }) => setUnfreeze(target.checked)}
            />
          )}
          <TextField
            label="What the review found"
            hint="Optional. Kept like the reason of the hold."
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
      <OutcomeNotice error={lift.error} done="unfrozen" />
    </Dialog>
  );
}
