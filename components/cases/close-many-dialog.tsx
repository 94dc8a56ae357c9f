'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { StatusMark } from '@/components/ui/status';
import { NoteField } from '@/components/ui/note-field';
import { sortOutMarked } from '@/lib/client/cases/marked';
import { useCloseMany } from '@/lib/client/cases/queries';
import { useSession } from '@/lib/client/session/session-provider';
import type { ClosedCases } from '@/lib/contracts/case-patterns';
import type { DeskCase } from '@/lib/contracts/cases';
import { countOf, formatCount } from '@/lib/format/counts';
import { lookOfCase } from './case-words';
import { decisionOf, FollowUpField, noOutcome, type OutcomeDraft, OutcomeFields } from './outcome-fields';

interface CloseManyDialogProps {
  marked: readonly DeskCase[];
  onClose: () => void;
  /** They are closed, or nobody's any more: the marks are of no more use. */
  onDone: () => void;
}

/** Closes marked cases of one pattern alike, each by itself, and tells what became of each. */
export function CloseManyDialog({ marked, onClose, onDone }: CloseManyDialogProps) {
  const { person } = useSession();
  const [{ able, words }] = useState(() => sortOutMarked(marked, person.id));
  const close = useCloseMany();
  const [draft, setDraft] = useState(noOutcome);
  const [isChecked, setChecked] = useState(false);
  const change = (more: Partial<OutcomeDraft>) => setDraft({ ...draft, ...more });
  const send = () => {
    setChecked(true);
    const decision = decisionOf(draft);
    if (decision)
      close.mutate({ cases: able.map(({ id, version }) => ({ caseId: id, version })), ...decision });
  };
  if (close.data) return <Results cases={able} closed={close.data} onClose={onDone} />;
  const needReader = able.filter(({ needsSecondReader }) => needsSecondReader).length;
  return (
    <Dialog
      title={`Close ${countOf(able.length, 'case')} alike?`}
      description={
        <>
          <p>
            {words} Nobody’s become yours. Each keeps its severity, and each is closed and recorded by itself.
          </p>
          {needReader > 0 && (
            <p className="mt-1.5">{formatCount(needReader)} of them then wait for a second reader.</p>
          )}
        </>
      }
      onSubmit={send}
      onClose={onClose}
      busy={close.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep them open</Button>
          <Button type="submit" variant="primary" busy={close.isPending}>
            {close.isPending ? 'Closing' : `Close ${countOf(able.length, 'case')}`}
          </Button>
        </>
      }
    >
      <OutcomeFields draft={draft} isChecked={isChecked} onChange={change} />
      <FollowUpField draft={draft} onChange={change} />
      <NoteField
        label="What was found"
        value={draft.note}
        error={isChecked && draft.note.trim() === '' ? 'Write what there is to know.' : undefined}
        onChange={(note) => change({ note })}
      />
      {close.error && <ErrorState error={close.error} />}
    </Dialog>
  );
}

interface ResultsProps {
  cases: readonly DeskCase[];
  closed: ClosedCases;
  onClose: () => void;
}

function Results({ cases, closed: { results }, onClose }: ResultsProps) {
  const caseOf = new Map(cases.map((one) => [one.id, one]));
  const done = results.filter(({ state }) => state !== null).length;
  return (
    <Dialog
      title={`${done} of ${countOf(results.length, 'case')} done`}
      description={done < results.length && <p>What could not be closed is as it was.</p>}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <ul aria-label="What became of each" className="grid max-h-[50vh] overflow-y-auto">
        {results.map(({ caseId, code, detail, state }) => (
          <li
            key={caseId}
            className="flex flex-wrap gap-x-3 border-b border-line-soft py-1.5 last:border-b-0"
          >
            <span className="min-w-0 flex-1 truncate">
              {caseOf.get(caseId)?.merchantName ?? 'A shop without a name'}, ••••{' '}
              {caseOf.get(caseId)?.lastFourDigits ?? '????'}
            </span>
            {state === null ? (
              <span className="text-bad">{detail ?? wordsOfRefusal(code)}</span>
            ) : (
              <StatusMark look={lookOfCase({ state })} />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const wordsOfRefusal = (code: string | null): string =>
  code === 'conflict' ? 'It was changed meanwhile.' : `Not closed (${code ?? 'no reason'}).`;
