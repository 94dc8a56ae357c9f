'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select } from '@/components/ui/field';
import { NoteField } from '@/components/ui/note-field';
import { moves, useMove } from '@/lib/client/cases/queries';
import { useSession } from '@/lib/client/session/session-provider';
import type { CaseDetail } from '@/lib/contracts/cases';

export function HandOverDialog({ shown, onClose }: { shown: CaseDetail; onClose: () => void }) {
  const { person } = useSession();
  const handOver = useMove(shown.id, moves.handOver);
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const colleagues = shown.colleagues.filter(({ id }) => id !== person.id);
  const send = () => {
    setChecked(true);
    if (to === '') return;
    handOver.mutate(
      { version: shown.version, to, ...(note.trim() !== '' && { note: note.trim() }) },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      title="Hand this case over?"
      description={<p>From then on only they can close it or hand it on.</p>}
      onSubmit={send}
      onClose={onClose}
      busy={handOver.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" variant="primary" busy={handOver.isPending}>
            {handOver.isPending ? 'Handing over' : 'Hand over'}
          </Button>
        </>
      }
    >
      <Field label="To" error={isChecked && to === '' ? 'Choose somebody of compliance.' : undefined}>
        {(parts) => (
          <Select {...parts} value={to} onChange={({ target }) => setTo(target.value)}>
            <option value="">Choose</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <NoteField label="Note, if there is one" value={note} error={undefined} onChange={setNote} />
      {handOver.error && <ErrorState error={handOver.error} />}
    </Dialog>
  );
}
