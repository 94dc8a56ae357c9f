'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { NoteField } from '@/components/ui/note-field';
import { moves, useMove } from '@/lib/client/cases/queries';
import type { CaseDetail } from '@/lib/contracts/cases';

export type WrittenAct = 'reopen' | 'agree' | 'disagree';

interface Words {
  title: string;
  effect: string;
  label: string;
  keep: string;
  act: string;
  isOptional?: true;
}
const wordsOf: Record<WrittenAct, Words> = {
  reopen: {
    title: 'Open this case again?',
    effect: 'It becomes yours, and its outcome is taken back.',
    label: 'Why',
    keep: 'Keep it closed',
    act: 'Open again',
  },
  agree: {
    title: 'Agree as second reader?',
    effect: 'The case is closed as it was decided.',
    label: 'Note, if there is one',
    keep: 'Not yet',
    act: 'Agree',
    isOptional: true,
  },
  disagree: {
    title: 'Disagree as second reader?',
    effect: 'The case is open again with whoever has it, and its outcome is taken back.',
    label: 'Why',
    keep: 'Not yet',
    act: 'Disagree',
  },
};

interface WriteDialogProps {
  shown: CaseDetail;
  what: WrittenAct;
  onClose: () => void;
}

/** A step of a case that is little more than what is written about it. */
export function WriteDialog({ shown, what, onClose }: WriteDialogProps) {
  const move: (caseId: string, body: { version: number; note: string }) => Promise<CaseDetail> = moves[what];
  const write = useMove(shown.id, move);
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { act, effect, isOptional, keep, label, title } = wordsOf[what];
  const isMissing = !isOptional && note.trim() === '';
  const send = () => {
    setChecked(true);
    if (!isMissing) write.mutate({ version: shown.version, note: note.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={title}
      description={<p>{effect} Compliance alone reads what you write.</p>}
      onSubmit={send}
      onClose={onClose}
      busy={write.isPending}
      footer={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button type="submit" variant="primary" busy={write.isPending}>
            {write.isPending ? 'Sending' : act}
          </Button>
        </>
      }
    >
      <NoteField
        label={label}
        value={note}
        error={isChecked && isMissing ? 'Write what there is to know.' : undefined}
        onChange={setNote}
      />
      {write.error && <ErrorState error={write.error} />}
    </Dialog>
  );
}
