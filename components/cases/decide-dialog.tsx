'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import {
  type CaseOutcome,
  caseOutcomes,
  caseOutcomeWords,
  severities,
  severityWords,
} from '@/lib/catalogues/decline-desk';
import { isSeverity } from '@/lib/client/cases/cases-state';
import { moves, useMove } from '@/lib/client/cases/queries';
import type { CaseDetail } from '@/lib/contracts/cases';
import { NoteField } from './note-field';

/** Closes a case with what came of it. */
export function DecideDialog({ shown, onClose }: { shown: CaseDetail; onClose: () => void }) {
  const decide = useMove(shown.id, moves.decide);
  const [outcome, setOutcome] = useState<CaseOutcome | undefined>(
    shown.card.hold?.isOfThisCase ? 'hold' : undefined,
  );
  const [severity, setSeverity] = useState(shown.severity);
  const [reference, setReference] = useState('');
  const [followUpOn, setFollowUpOn] = useState('');
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const wantsReference = outcome === 'referred-to-wise';
  const isMissingReference = wantsReference && reference.trim() === '';
  const { needsSecondReader } = shown;
  const send = () => {
    setChecked(true);
    if (outcome === undefined || note.trim() === '' || isMissingReference) return;
    decide.mutate(
      {
        version: shown.version,
        outcome,
        severity,
        note: note.trim(),
        ...(wantsReference && { reference: reference.trim() }),
        ...(followUpOn !== '' && { followUpOn }),
      },
      { onSuccess: onClose },
    );
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
      <Field label="Outcome" error={isChecked && !outcome ? 'Choose what came of it.' : undefined}>
        {(parts) => (
          <Select
            {...parts}
            value={outcome ?? ''}
            onChange={({ target }) => setOutcome(caseOutcomes.find((one) => one === target.value))}
          >
            <option value="">Choose</option>
            {caseOutcomes.map((one) => (
              <option key={one} value={one}>
                {caseOutcomeWords[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {wantsReference && (
        <Field
          label="Wise’s reference"
          error={isChecked && isMissingReference ? 'Write the reference under which Wise has it.' : undefined}
        >
          {(parts) => (
            <Input
              {...parts}
              maxLength={100}
              autoComplete="off"
              value={reference}
              onChange={({ target }) => setReference(target.value)}
            />
          )}
        </Field>
      )}
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
        <Field label="Look again on, if needed">
          {(parts) => (
            <Input
              {...parts}
              type="date"
              value={followUpOn}
              onChange={({ target }) => setFollowUpOn(target.value)}
            />
          )}
        </Field>
      </div>
      <NoteField
        label="What was found"
        value={note}
        error={isChecked && note.trim() === '' ? 'Write what there is to know.' : undefined}
        onChange={setNote}
      />
      {decide.error && <ErrorState error={decide.error} />}
    </Dialog>
  );
}
