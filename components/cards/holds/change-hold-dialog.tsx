'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { usualReviewInDays } from '@/lib/catalogues/card-holds';
import { useChangeHold } from '@/lib/client/cards/hold-mutations';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardHold } from '@/lib/contracts/cards';
import { addDays, formatDay, isoDay } from '@/lib/format/times';
import { CardNamed } from '../status-dialogs/parts';
import { faultOfDay, RefreezeChoice, ReviewDay } from './hold-fields';
import type { HoldDialogProps } from './place-hold-dialog';

interface ChangeHoldDialogProps extends HoldDialogProps {
  hold: CardHold;
  details: NonNullable<CardHold['details']>;
}

export function ChangeHoldDialog({ card, hold, details, onClose, returnTo }: ChangeHoldDialogProps) {
  const today = isoDay(new Date(), useTimeZone());
  const isDue = hold.reviewOn === null || hold.reviewOn <= today;
  const [reviewOn, setReviewOn] = useState(
    isDue ? addDays(today, usualReviewInDays) : (hold.reviewOn ?? today),
  );
  const [reason, setReason] = useState('');
  const [refreezes, setRefreezes] = useState(details.refreezes);
  const [isChecked, setChecked] = useState(false);
  const change = useChangeHold({ profileId: card.profileId, cardToken: card.token });
  const wrongDay = faultOfDay(reviewOn, today);

  const submit = () => {
    setChecked(true);
    if (wrongDay) return;
    const told = reason.trim();
    change.mutate(
      { holdId: details.holdId, reviewOn, refreezes, ...(told !== '' && { reason: told }) },
      { onSuccess: onClose },
    );
  };

  return (
    <Dialog
      title="When is this hold reviewed next?"
      description={
        <p>
          <CardNamed card={card} /> {hold.reviewOn !== null && `Until now on ${formatDay(hold.reviewOn)}.`}{' '}
          {details.isOwn ? 'The hold stays yours.' : 'The hold becomes yours.'} The card stays as it is.
        </p>
      }
      onSubmit={submit}
      onClose={onClose}
      busy={change.isPending}
      returnTo={returnTo}
      footer={
        <>
          <Button onClick={onClose} busy={change.isPending}>
            Leave as it is
          </Button>
          <Button type="submit" variant="primary" busy={change.isPending}>
            {change.isPending ? 'Changing' : 'Change'}
          </Button>
        </>
      }
    >
      <ReviewDay
        value={reviewOn}
        hint="It comes up in your overview on that day."
        error={isChecked ? wrongDay : undefined}
        onChange={setReviewOn}
      />
      <TextField
        label="New reason"
        hint="Optional. Left empty, the one that stands is kept."
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <RefreezeChoice checked={refreezes} onChange={setRefreezes} />
      {change.error && <ErrorState error={change.error} />}
    </Dialog>
  );
}
