'use client';
import { useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { usualReviewInDays } from '@/lib/catalogues/card-holds';
import { usePlaceHold } from '@/lib/client/cards/hold-mutations';
import { useSession } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { useIntent } from '@/lib/client/use-intent';
import type { Card } from '@/lib/contracts/cards';
import { addDays, isoDay } from '@/lib/format/times';
import { CardNamed, DialogAnswers, OutcomeNotice } from '../status-dialogs/parts';
import type { CardInDialog } from '../status-dialogs/use-status-change';
import { faultOfDay, RefreezeChoice, ReviewDay } from './hold-fields';

export interface HoldDialogProps {
  card: Card;
  onClose: () => void;
  returnTo?: (() => HTMLElement | null) | undefined;
}

const effects: Record<string, string> = {
  ACTIVE: 'It is frozen at once: new payments are declined.',
  FROZEN: 'It stays frozen.',
  INACTIVE: 'It cannot be activated.',
};

interface PlaceHoldDialogProps extends Omit<HoldDialogProps, 'card'> {
  card: CardInDialog;
  onDone?: (() => void) | undefined;
}

export function PlaceHoldDialog({ card, onClose, onDone, returnTo }: PlaceHoldDialogProps) {
  const { role } = useSession();
  const today = isoDay(new Date(), useTimeZone());
  const [reason, setReason] = useState('');
  const [reviewOn, setReviewOn] = useState(addDays(today, usualReviewInDays));
  const [refreezes, setRefreezes] = useState(true);
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const place = usePlaceHold({ profileId: card.profileId, cardToken: card.token });
  const send = useIntent(place);
  const isUnknown = place.error?.problem.certain === 'unknown';
  const wrongReason = reason.trim() === '' ? 'Say why in a few words.' : undefined;
  const wrongDay = faultOfDay(reviewOn, today);

  const submit = async () => {
    setChecked(true);
    const firstWrong = wrongReason ? 'reason' : wrongDay ? 'reviewOn' : undefined;
    if (firstWrong) {
      form.current?.querySelector<HTMLElement>(`[name=${firstWrong}]`)?.focus();
      return;
    }
    if (!(await send({ reason: reason.trim(), reviewOn, refreezes }))) return;
    onClose();
    onDone?.();
  };

  return (
    <Dialog
      title="Hold this card until reviewed?"
      description={
        <>
          <p>
            <CardNamed card={card} /> {effects[card.status.value]}{' '}
            {role === 'compliance'
              ? 'Only compliance can lift the hold.'
              : 'Only you can lift the hold until the day of the review; from then on any operator can.'}
          </p>
          <p className="mt-1.5">
            Others read “Held until reviewed”: no name, no reason, no day. The customer is not told.
          </p>
        </>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={place.isPending}
      returnTo={returnTo}
      footer={
        <DialogAnswers
          keep="Do not hold"
          label="Hold"
          busyLabel="Holding"
          isPending={place.isPending}
          {...{ isUnknown, onClose }}
        />
      }
    >
      {!isUnknown && (
        <div ref={form} className="grid gap-3">
          <TextField
            label="Internal reason"
            hint={role === 'compliance' ? 'Read by compliance alone.' : 'Read by whoever may lift the hold.'}
            error={isChecked ? wrongReason : undefined}
            name="reason"
            required
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          <ReviewDay
            value={reviewOn}
            hint="It comes up in your overview on that day."
            error={isChecked ? wrongDay : undefined}
            onChange={setReviewOn}
          />
          <RefreezeChoice checked={refreezes} onChange={setRefreezes} />
        </div>
      )}
      <OutcomeNotice error={place.error} done="frozen" />
    </Dialog>
  );
}
