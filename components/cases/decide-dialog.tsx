'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select } from '@/components/ui/field';
import { NoteField } from '@/components/ui/note-field';
import { severities, severityWords } from '@/lib/catalogues/decline-desk';
import { isSeverity } from '@/lib/client/cases/cases-state';
import { moves, useMove } from '@/lib/client/cases/queries';
import type { CaseDetail } from '@/lib/contracts/cases';
import { decisionOf, FollowUpField, noOutcome, type OutcomeDraft, OutcomeFields } from './outcome-fields';

interface DecideDialogProps {
  shown: CaseDetail;
  onClose: () => void;
  onDone: () => void;
}

/** Closes a case with what came of it, or puts that to a second reader. */
export function DecideDialog({ shown, onClose, onDone }: DecideDialogProps) {
  const decide = useMove(shown.id, moves.decide);
  const [draft, setDraft] = useState<OutcomeDraft>({
    ...noOutcome,
    outcome: shown.card.hold?.isOfThisCase ? 'hold' : undefined,
  });
  const [severity, setSeverity] = useState(shown.severity);
  const [isChecked, setChecked] = useState(false);
  const { needsSecondReader } = shown;
  const change = (more: Partial<OutcomeDraft>) => setDraft({ ...draft, ...more });
  const send = () => {
    setChecked(true);
    const decision = decisionOf(draft);
    if (decision) decide.mutate({ version: shown.version, severity, ...decision }, { onSuccess: onDone });
  };
  return (
    <Dialog
      title={needsSecondReader ? 'Put this case to a second reader?' : 'Close this case?'}
      description={
        <p>
          {needsSecondReader &&
            'A rule of it asks for a second reader: somebody else of compliance agrees before it is closed. '}
          Compliance alone reads what you write. It changes nothing at Wise, and the case can be opened again.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={decide.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep it open</Button>
          <Button type="submit" variant="primary" busy={decide.isPending}>
            {decide.isPending ? 'Sending' : needsSecondReader ? 'Put to a reader' : 'Close the case'}
          </Button>
        </>
      }
    >
      <OutcomeFields draft={draft} isChecked={isChecked} onChange={change} />
      <div className="grid grid-cols-2 gap-3">
        <Field label="Severity">
          {(parts) => (
            <Select
              {...parts}
              value={severity}
              onChange={({ target }) => setSeverity(isSeverity(target.value) || severity)}
            >
              {severities.map((one) => (
                <option key={one} value={one}>
                  {severityWords[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <FollowUpField draft={draft} onChange={change} />
      </div>
      <NoteField
        label="What was found"
        value={draft.note}
        error={isChecked && draft.note.trim() === '' ? 'Write what there is to know.' : undefined}
        onChange={(note) => change({ note })}
      />
      {decide.error && <ErrorState error={decide.error} />}
    </Dialog>
  );
}
