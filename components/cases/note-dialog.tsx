'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { mentionedIn } from '@/lib/client/cases/mentions';
import { moves, useMove } from '@/lib/client/cases/queries';
import { useSession } from '@/lib/client/session/session-provider';
import type { CaseDetail } from '@/lib/contracts/cases';
import { MentionField } from './mention-field';

/** A note by itself, which may call others of compliance and say where more of it lies. */
export function NoteDialog({ shown, onClose }: { shown: CaseDetail; onClose: () => void }) {
  const { person } = useSession();
  const write = useMove(shown.id, moves.note);
  const [note, setNote] = useState('');
  const [reference, setReference] = useState('');
  const [isChecked, setChecked] = useState(false);
  const colleagues = shown.colleagues.filter(({ id }) => id !== person.id);
  const send = () => {
    setChecked(true);
    if (note.trim() === '') return;
    write.mutate(
      {
        version: shown.version,
        note: note.trim(),
        mentions: mentionedIn(note, colleagues),
        ...(reference.trim() !== '' && { reference: reference.trim() }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      title="Add a note"
      description={<p>Compliance alone reads what you write.</p>}
      onSubmit={send}
      onClose={onClose}
      busy={write.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={write.isPending}>
            {write.isPending ? 'Sending' : 'Add the note'}
          </Button>
        </>
      }
    >
      <MentionField
        label="Note"
        colleagues={colleagues}
        value={note}
        error={isChecked && note.trim() === '' ? 'Write what there is to know.' : undefined}
        onChange={setNote}
      />
      <TextField
        label="Link or reference, if there is one"
        hint="Files stay where they are."
        maxLength={300}
        value={reference}
        onChange={setReference}
      />
      {write.error && <ErrorState error={write.error} />}
    </Dialog>
  );
}
