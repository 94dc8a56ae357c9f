'use client';
import clsx from 'clsx';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Money } from '@/components/ui/money';
import { Bar } from '@/components/ui/skeleton';
import { StatusMark, Tag } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { severityWords } from '@/lib/catalogues/decline-desk';
import { type CasesState, hrefForCases } from '@/lib/client/cases/cases-state';
import { useKeys } from '@/lib/client/keys/use-keys';
import { replaceUrl } from '@/lib/client/url/write-url';
import type { DeskCase } from '@/lib/contracts/cases';
import { lookOfCase, toneOfSeverity, wordsOfDue } from './case-words';

interface CaseListProps {
  items: DeskCase[] | undefined;
  asOf: string | undefined;
  state: CasesState;
  shownId: string | undefined;
  /** Absent where all are shown. */
  onMore: (() => void) | undefined;
  isReadingMore: boolean;
  className?: string;
}

export function CaseList(props: CaseListProps) {
  const { items, asOf, state, shownId, onMore, isReadingMore, className } = props;
  const place = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1) => {
    const index = (items ?? []).findIndex(({ id }) => id === shownId) + by;
    const next = items?.[index];
    if (!next) return;
    replaceUrl(hrefForCases({ ...state, id: next.id }));
    place.current?.querySelectorAll('a')[index]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  const now = new Date(asOf ?? 0);
  return (
    <nav
      aria-label="Cases in this view"
      className={clsx('min-h-0 overflow-y-auto border-r border-line max-narrow:border-r-0', className)}
    >
      {items?.length === 0 && <p className="px-(--gutter) py-3 text-ink-2">Nothing else in this view.</p>}
      <ul ref={place} aria-busy={!items}>
        {!items && <PendingCases />}
        {items?.map((one) => (
          <li key={one.id} className="border-b border-line-soft">
            <UrlLink
              href={hrefForCases({ ...state, id: one.id })}
              aria-current={one.id === shownId ? 'true' : undefined}
              className={clsx(
                'grid min-h-[66px] grid-cols-[minmax(0,1fr)] gap-y-px px-(--gutter) py-[7px] text-ink -outline-offset-2 hover:bg-hover hover:no-underline',
                one.id === shownId &&
                  'narrow:bg-selected narrow:shadow-[inset_3px_0_0_var(--color-accent-ink)]',
              )}
            >
              <span className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate font-label">{one.declineTitle}</span>
                <Tag tone={toneOfSeverity[one.severity]}>{severityWords[one.severity]}</Tag>
              </span>
              <span className="flex gap-2 text-ink-2">
                <span className="min-w-0 flex-1 truncate">{one.merchantName ?? 'A shop without a name'}</span>
                <span className="whitespace-nowrap tabular">
                  <Money {...one.transactionAmount} />
                </span>
              </span>
              <span className="flex items-center gap-2 text-meta text-ink-3">
                <StatusMark look={lookOfCase(one)} />
                {one.assignee && <span className="min-w-0 truncate">{one.assignee.name}</span>}
                <span className={clsx('ml-auto whitespace-nowrap', one.isOverdue && 'text-bad')}>
                  {wordsOfDue(one, now)}
                </span>
              </span>
            </UrlLink>
          </li>
        ))}
      </ul>
      {onMore && (
        <Button size="sm" variant="quiet" className="m-2" busy={isReadingMore} onClick={onMore}>
          {isReadingMore ? 'Reading more' : 'More'}
        </Button>
      )}
    </nav>
  );
}

function PendingCases() {
  return Array.from({ length: 5 }, (_, index) => (
    <li
      key={index}
      aria-hidden="true"
      className="grid animate-late gap-2 border-b border-line-soft px-(--gutter) py-3"
    >
      <Bar className="w-[52%]" />
      <Bar className="w-[74%]" />
      <Bar className="w-[38%]" />
    </li>
  ));
}
