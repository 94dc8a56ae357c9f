'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { NoteField } from '@/components/ui/note-field';
import { actorWords } from '@/lib/catalogues/decline-actors';
import { familyWords } from '@/lib/catalogues/decline-families';
import { longestWords } from '@/lib/catalogues/new-codes';
import {
  type CodeDraft,
  type CodeFaults,
  classificationOf,
  draftOf,
  faultsOf,
} from '@/lib/client/new-codes/code-draft';
import { useProposeCode } from '@/lib/client/new-codes/queries';
import type { NewCode } from '@/lib/contracts/new-codes';
import { ChoiceField, LevelField } from './code-fields';
import { retryWords } from './code-words';

interface ClassifyDialogProps {
  shown: NewCode;
  onClose: () => void;
  onAsked: (approvalId: string) => void;
}

export function ClassifyDialog({ shown, onClose, onAsked }: ClassifyDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(shown));
  const [faults, setFaults] = useState<CodeFaults>({});
  const propose = useProposeCode(shown);
  const change = (more: Partial<CodeDraft>) => {
    setDraft({ ...draft, ...more });
    setFaults({});
  };
  const submit = () => {
    setFaults(faultsOf(draft));
    const classification = classificationOf(draft);
    if (classification)
      propose.mutate(classification, { onSuccess: ({ approvalId }) => onAsked(approvalId) });
  };
  const words = (name: keyof typeof longestWords, label: string, hint?: string) => (
    <NoteField
      label={label}
      hint={hint}
      rows={2}
      value={draft[name]}
      most={longestWords[name]}
      error={faults[name]}
      onChange={(text) => change({ [name]: text })}
    />
  );
  return (
    <Dialog
      width="wide"
      title={<span className="wrap-anywhere">What does {shown.code} mean?</span>}
      description={<p>A second person of compliance agrees first. Until then nothing changes.</p>}
      onSubmit={submit}
      onClose={onClose}
      busy={propose.isPending}
      footer={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          <Button type="submit" variant="primary" busy={propose.isPending}>
            {propose.isPending ? 'Asking' : 'Ask a second person'}
          </Button>
        </>
      }
    >
      <LevelField
        level={draft.level}
        beginsWith={shown.beginsWith}
        error={faults.level}
        onChange={(level) => change({ level })}
      />
      <TextField
        label="Title"
        hint="In the lists, as in “The card is frozen”."
        error={faults.title}
        maxLength={longestWords.title}
        value={draft.title}
        onChange={(text) => change({ title: text })}
      />
      {words('happened', 'What happened')}
      {words('cause', 'Cause')}
      <div className="grid grid-cols-3 items-start gap-3 max-narrow:grid-cols-[minmax(0,1fr)]">
        <ChoiceField
          label="Kind"
          words={familyWords}
          value={draft.family}
          error={faults.family}
          onChange={(family) => change({ family })}
        />
        <ChoiceField
          label="Who acts"
          words={actorWords}
          value={draft.actor}
          error={faults.actor}
          onChange={(actor) => change({ actor })}
        />
        <ChoiceField
          label="Try again?"
          words={retryWords}
          value={draft.retry}
          error={faults.retry}
          onChange={(retry) => change({ retry })}
        />
      </div>
      {words('next', 'What they do next')}
      {words('retryText', 'About trying again', 'As in “Yes, once the card is unfrozen.”')}
      {draft.level === 'tell' && words('say', 'Say to the customer', 'Read out or copied word by word.')}
      {propose.error && <ErrorState error={propose.error} />}
    </Dialog>
  );
}
