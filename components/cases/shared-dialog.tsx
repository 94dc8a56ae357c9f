'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Bar } from '@/components/ui/skeleton';
import { sharedKindWords } from '@/lib/catalogues/decline-desk';
import { useShared } from '@/lib/client/cases/queries';
import { hrefOfShared, wordsOfSpan } from '@/lib/client/cases/shared';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { DeskCase } from '@/lib/contracts/cases';
import { countOf } from '@/lib/format/counts';
import { formatTableTime, zoneLabel } from '@/lib/format/times';

interface SharedDialogProps {
  marked: readonly DeskCase[];
  onClose: () => void;
  /** Marks the cases of one line alone, to merge or close them. */
  onMark: (caseIds: readonly string[]) => void;
}

/** What the marked cases have in common, the strongest first. */
export function SharedDialog({ marked, onClose, onMark }: SharedDialogProps) {
  const timeZone = useTimeZone();
  const shared = useShared(
    marked.map(({ id }) => id),
    timeZone,
  );
  const { data, error } = shared;
  return (
    <Dialog
      width="wide"
      title="What do these cases share?"
      description={
        <p>
          {data
            ? `${countOf(data.transactions, 'transaction')} of ${countOf(data.cases, 'case')}, the strongest first. `
            : ''}
          Times are {zoneLabel(timeZone)}.
        </p>
      }
      onClose={onClose}
      footer={<Button onClick={onClose}>Back to the cases</Button>}
    >
      {error && (
        <ErrorState
          error={error}
          title="What they share could not be read."
          onRetry={() => void shared.refetch()}
          busy={shared.isFetching}
        />
      )}
      {shared.isPending && (
        <div aria-busy="true" className="grid animate-late gap-3 py-2">
          <Bar className="w-[62%]" />
          <Bar className="w-[48%]" />
        </div>
      )}
      {data?.items.length === 0 && <p className="text-ink-2">They have nothing in common.</p>}
      {data && data.items.length > 0 && (
        <ol aria-label="Shared" className="grid max-h-[56vh] overflow-y-auto">
          {data.items.map((one) => (
            <li
              key={`${one.kind} ${one.value}`}
              className="grid grid-cols-[84px_minmax(0,1fr)_auto] items-start gap-x-3 border-b border-line-soft py-2 last:border-b-0 max-narrow:grid-cols-[minmax(0,1fr)_auto]"
            >
              <span className="text-ink-3 max-narrow:col-span-2">{sharedKindWords[one.kind]}</span>
              <span className="min-w-0 wrap-anywhere">
                <span className="font-label">{one.label}</span>
                <span className="block text-ink-2">
                  {[countOf(one.caseIds.length, 'case'), countOf(one.cards, 'card'), wordsOfSpan(one)]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                <span className="block text-meta text-ink-3">
                  {[...new Set([one.from, one.until].map((at) => formatTableTime(at, timeZone)))].join(
                    ' to ',
                  )}
                  ,{' '}
                  <Link prefetch={false} href={hrefOfShared(one, timeZone) as Route}>
                    the transactions
                  </Link>
                </span>
              </span>
              <Button size="sm" onClick={() => onMark(one.caseIds)}>
                Mark only these
              </Button>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
