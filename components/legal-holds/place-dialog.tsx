'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { ProfileChoice } from '@/components/profiles/profile-choice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { NoteField } from '@/components/ui/note-field';
import { shortestReason } from '@/lib/catalogues/notes';
import { usePlaceLegalHold } from '@/lib/client/legal-holds/queries';
import type { CardPath } from '@/lib/contracts/cards';

interface PlaceDialogProps {
  /** Absent: on a customer that is chosen here. */
  on?: CardPath;
  /** On which of the two one stands already. */
  taken?: { card: boolean; customer: boolean };
  onClose: () => void;
}

export function PlaceDialog({ on, taken, onClose }: PlaceDialogProps) {
  const place = usePlaceLegalHold();
  const [reach, setReach] = useState<'card' | 'customer'>(on && !taken?.card ? 'card' : 'customer');
  const [profileId, setProfileId] = useState(on?.profileId ?? '');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = reason.trim().length < shortestReason;
  const send = () => {
    setChecked(true);
    if (isShort || profileId === '') return;
    const ofCard = on && reach === 'card' ? { cardToken: on.cardToken } : {};
    place.mutate({ profileId, ...ofCard, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title="Place a legal hold?"
      description={
        <p>
          From now on nothing about {on ? 'the card or the customer' : 'the customer'} is deleted, however old
          it grows: payments, cases, evidence, deliveries, the access log. Compliance alone knows. Lifting it
          takes a second person.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={place.isPending}
      footer={
        <>
          <Button onClick={onClose}>Place none</Button>
          <Button type="submit" variant="primary" busy={place.isPending}>
            {place.isPending ? 'Placing' : 'Place the legal hold'}
          </Button>
        </>
      }
    >
      {on ? (
        <fieldset className="grid gap-1">
          <legend className="mb-[5px] font-label">On</legend>
          {(['card', 'customer'] as const).map((one) => (
            <label key={one} className="flex min-h-6 cursor-pointer items-center gap-2.5">
              <input
                type="radio"
                name="reach"
                checked={reach === one}
                disabled={taken?.[one]}
                onChange={() => setReach(one)}
                className="size-4 flex-none accent-accent"
              />
              {one === 'card' ? 'This card alone' : 'The customer with every card'}
              {taken?.[one] && <span className="text-meta text-ink-3">stands already</span>}
            </label>
          ))}
        </fieldset>
      ) : (
        <ProfileChoice
          legend="Customer"
          offered="known"
          profileId={profileId}
          error={isChecked && profileId === '' ? 'Choose a customer.' : undefined}
          onChoose={setProfileId}
        />
      )}
      <NoteField
        label="Why"
        hint="Which authority or claim asks for it, and its reference."
        value={reason}
        error={isChecked && isShort ? 'Write why.' : undefined}
        onChange={setReason}
      />
      {place.error && <ErrorState error={place.error} />}
    </Dialog>
  );
}
