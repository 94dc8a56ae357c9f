'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { NoteField } from '@/components/ui/note-field';
import { shortestReason } from '@/lib/catalogues/notes';
import { useLiftLegalHold } from '@/lib/client/legal-holds/queries';
import type { LegalHold } from '@/lib/contracts/legal-holds';
import { countOf } from '@/lib/format/counts';
import { nameOfHeld } from './hold-words';

export function LiftDialog({ hold, onClose }: { hold: LegalHold; onClose: () => void }) {
  const lift = useLiftLegalHold(hold.id);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = reason.trim().length < shortestReason;
  const send = () => {
    setChecked(true);
    if (!isShort) lift.mutate({ reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={`Lift the legal hold on ${nameOfHeld(hold)}?`}
      description={
        <p>
          A second person of compliance agrees first. Then the next run deletes what has passed its time and
          nothing else needs,{' '}
          {hold.keeps === 0 ? 'no payment yet' : `up to ${countOf(hold.keeps, 'payment')}`} among it. That
          cannot be undone.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={lift.isPending}
      footer={
        <>
          <Button onClick={onClose}>Let it stand</Button>
          <Button type="submit" variant="primary" busy={lift.isPending}>
            {lift.isPending ? 'Asking' : 'Ask to lift it'}
          </Button>
        </>
      }
    >
      <NoteField
        label="Why it may go"
        value={reason}
        error={isChecked && isShort ? 'Write why.' : undefined}
        onChange={setReason}
      />
      {lift.error && <ErrorState error={lift.error} />}
    </Dialog>
  );
}
