'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { mostMarkedCases } from '@/lib/catalogues/decline-desk';
import { sortOutMarked } from '@/lib/client/cases/marked';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useSession } from '@/lib/client/session/session-provider';
import type { CaseDetail, DeskCase } from '@/lib/contracts/cases';
import { formatCount } from '@/lib/format/counts';

const SharedDialog = dynamic(() => import('./shared-dialog').then((module) => module.SharedDialog), {
  ssr: false,
});
const MergeDialog = dynamic(() => import('./merge-dialog').then((module) => module.MergeDialog), {
  ssr: false,
});
const CloseManyDialog = dynamic(
  () => import('./close-many-dialog').then((module) => module.CloseManyDialog),
  { ssr: false },
);

interface MarkBarProps {
  marked: readonly DeskCase[];
  onMark: (caseIds: readonly string[]) => void;
  onClear: () => void;
  onMerged: (merged: CaseDetail) => void;
}

/** What can be done with marked cases together. */
export function MarkBar({ marked, onMark, onClear, onMerged }: MarkBarProps) {
  const { person } = useSession();
  const [open, setOpen] = useState<'shared' | 'merge' | 'close'>();
  const { able, words } = sortOutMarked(marked, person.id);
  const tooMany =
    marked.length > mostMarkedCases ? `At most ${formatCount(mostMarkedCases)} at once.` : undefined;
  const notCompared = tooMany ?? (marked.length < 2 ? 'Mark two cases at least.' : undefined);
  const notMerged = tooMany ?? (able.length < 2 ? 'Two of them have to be nobody’s or yours.' : undefined);
  const notClosed = tooMany ?? (able.length === 0 ? words : undefined);
  const close = () => setOpen(undefined);
  useKeys({ s: () => notCompared === undefined && setOpen('shared'), Escape: onClear });
  return (
    <section
      aria-label="Marked cases"
      data-print="no"
      className="flex flex-none flex-wrap items-center gap-2 border-b border-line bg-selected px-(--gutter) py-1.5"
    >
      <p role="status" className="mr-auto min-w-0">
        <strong className="font-strong tabular">{formatCount(marked.length)} marked</strong>
        <span className="ml-2 text-meta text-ink-2">{words}</span>
      </p>
      <Button size="sm" variant="primary" notNow={notCompared} onClick={() => setOpen('shared')}>
        What do these share? <Kbd>S</Kbd>
      </Button>
      <Button size="sm" notNow={notMerged} onClick={() => setOpen('merge')}>
        Merge…
      </Button>
      <Button size="sm" notNow={notClosed} onClick={() => setOpen('close')}>
        Close alike…
      </Button>
      <Button size="sm" variant="quiet" onClick={onClear}>
        Clear
      </Button>
      {open === 'shared' && (
        <SharedDialog
          marked={marked}
          onClose={close}
          onMark={(caseIds) => {
            onMark(caseIds);
            close();
          }}
        />
      )}
      {open === 'merge' && (
        <MergeDialog
          cases={able}
          onClose={close}
          onDone={(merged) => {
            close();
            onMerged(merged);
          }}
        />
      )}
      {open === 'close' && <CloseManyDialog marked={marked} onClose={close} onDone={onClear} />}
    </section>
  );
}
