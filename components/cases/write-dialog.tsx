'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { moves, useMove } from '@/lib/client/cases/queries';
import type { CaseDetail } from '@/lib/contracts/cases';
import { NoteField } from './note-field';

interface WriteDialogProps {
  shown: CaseDetail;
  /** A note by itself, or why the case is opened again. */
  what: 'note' | 'reopen';
  onClose: () => void;
}

export function WriteDialog({ shown, what, onClose }: WriteDialogProps) {
  const write = useMove(shown.id, moves[what]);
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isReopening = what === 'reopen';
  const act = isReopening ? 'Open again' : 'Add the note';
  const send = () => {
    setChecked(true);
    if (note.trim() !== '')
      write.mutate({ version: shown.version, note: note.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={isReopening ? 'Open this case again?' : 'Add a note'}
      description={
        <p>
          {isReopening ? 'It becomes yours, and its outcome is taken back. ' : ''}Compliance alone reads what
          you write.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={write.isPending}
      footer={
        <>
          <Button onClick={onClose}>{isReopening ? 'Keep it closed' : 'Cancel'}</Button>
          <Button type="submit" variant="primary" busy={write.isPending}>
            {write.isPending ? 'Sending' : act}
          </Button>
        </>
      }
    >
      <NoteField
        label={isReopening ? 'Why' : 'Note'}
        value={note}
        error={isChecked && note.trim() === '' ? 'Write what there is to know.' : undefined}
        onChange={setNote}
      />
      {write.error && <ErrorState error={write.error} />}
    </Dialog>
  );
}
