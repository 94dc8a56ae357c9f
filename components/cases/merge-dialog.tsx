'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select } from '@/components/ui/field';
import { moves, useMove } from '@/lib/client/cases/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CaseDetail, DeskCase } from '@/lib/contracts/cases';
import { countOf } from '@/lib/format/counts';
import { formatTableTime } from '@/lib/format/times';

interface MergeDialogProps {
  /** Those that can be merged: open, and nobody's or one's own. */
  cases: readonly DeskCase[];
  onClose: () => void;
  onDone: (merged: CaseDetail) => void;
}

/** Has several cases go on in one of them. */
export function MergeDialog({ cases, onClose, onDone }: MergeDialogProps) {
  const timeZone = useTimeZone();
  const [intoId, setIntoId] = useState(cases[0]?.id ?? '');
  const merge = useMove(intoId, moves.merge);
  const into = cases.find(({ id }) => id === intoId);
  const others = cases.filter(({ id }) => id !== intoId);
  const send = () => {
    if (into)
      merge.mutate(
        {
          version: into.version,
          cases: others.map(({ id, version }) => ({ caseId: id, version })),
        },
        { onSuccess: onDone },
      );
  };
  return (
    <Dialog
      title={`Merge ${countOf(cases.length, 'case')} into one?`}
      description={
        <p>
          It becomes yours, with the transactions and notes of all of them. {countOf(others.length, 'other')}{' '}
          can still be read, and nothing is done in them any more. This cannot be undone.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={merge.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep them apart</Button>
          <Button type="submit" variant="primary" busy={merge.isPending}>
            {merge.isPending ? 'Merging' : 'Merge'}
          </Button>
        </>
      }
    >
      <Field label="All go on in">
        {(parts) => (
          <Select {...parts} value={intoId} onChange={({ target }) => setIntoId(target.value)}>
            {cases.map((one) => (
              <option key={one.id} value={one.id}>
                {formatTableTime(one.creationTime, timeZone)}, {one.merchantName ?? 'a shop without a name'},
                •••• {one.lastFourDigits ?? '????'}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {merge.error && <ErrorState error={merge.error} />}
    </Dialog>
  );
}
