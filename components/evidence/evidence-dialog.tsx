'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { NoteField } from '@/components/ui/note-field';
import { shortestReason } from '@/lib/catalogues/notes';
import { type EvidenceOf, useMakeEvidence } from '@/lib/client/evidence/make-evidence';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { countOf } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';

interface EvidenceDialogProps {
  of: EvidenceOf;
  onMade?: () => void;
  onClose: () => void;
}

/** Asks for whom and why before a package leaves. */
export function EvidenceDialog({ of, onMade, onClose }: EvidenceDialogProps) {
  const timeZone = useTimeZone();
  const make = useMakeEvidence(of);
  const [recipient, setRecipient] = useState('');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isCase = 'caseId' in of;
  const faults = {
    recipient: recipient.trim().length < 2 ? 'Write to whom it goes.' : undefined,
    reason: reason.trim().length < shortestReason ? 'Write why it leaves.' : undefined,
  };
  const send = () => {
    setChecked(true);
    if (faults.recipient || faults.reason) return;
    make.mutate(
      { recipient: recipient.trim(), reason: reason.trim(), timeZone },
      {
        onSuccess: () => {
          onMade?.();
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={
        isCase
          ? 'Make evidence of this case?'
          : `Make evidence of ${countOf(of.transactions.length, 'transaction')}?`
      }
      description={
        <>
          <p>
            One signed zip: a PDF to read, CSV and JSON to check, times in {zoneLabel(timeZone)}. It holds{' '}
            {isCase
              ? 'the case with all that was written and decided, its holder, its payments'
              : 'what the archive knows of them without holders’ names'}
            , true decline codes, and each state with its source and time.
          </p>
          <p>Every page is marked restricted. Your name, the recipient and the reason are kept.</p>
        </>
      }
      onSubmit={send}
      onClose={onClose}
      busy={make.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep it here</Button>
          <Button type="submit" variant="primary" busy={make.isPending}>
            {make.isPending ? 'Making' : 'Make and download'}
          </Button>
        </>
      }
    >
      <TextField
        label="Recipient"
        error={isChecked ? faults.recipient : undefined}
        maxLength={200}
        value={recipient}
        onChange={setRecipient}
      />
      <NoteField
        label="Reason"
        value={reason}
        error={isChecked ? faults.reason : undefined}
        onChange={setReason}
      />
      {make.error && <ErrorState error={make.error} />}
    </Dialog>
  );
}
