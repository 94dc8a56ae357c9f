'use client';
import clsx from 'clsx';
import { Button } from '@/components/ui/button';
import { Money } from '@/components/ui/money';
import { SplitLink, SplitList } from '@/components/ui/split';
import { StatusMark, Tag } from '@/components/ui/status';
import { severityWords } from '@/lib/catalogues/decline-desk';
import { type CasesState, hrefForCases } from '@/lib/client/cases/cases-state';
import { useKeys } from '@/lib/client/keys/use-keys';
import type { DeskCase } from '@/lib/contracts/cases';
import { lookOfCase, toneOfSeverity, wordsOfDue } from './case-words';

interface CaseListProps {
  items: DeskCase[] | undefined;
  asOf: string | undefined;
  state: CasesState;
  shownId: string | undefined;
  /** Absent where all are shown. */
  onMore: (() => void) | undefined;
  /** Those marked, by their ids. */
  marked: ReadonlyMap<string, DeskCase>;
  onMark: (index: number, isRange: boolean) => void;
  isReadingMore: boolean;
}

export function CaseList(props: CaseListProps) {
  const { items, asOf, state, shownId, onMore, isReadingMore, marked, onMark } = props;
  const hrefOf = ({ id }: DeskCase) => hrefForCases({ ...state, id });
  const now = new Date(asOf ?? 0);
  const place = items?.findIndex(({ id }) => id === shownId) ?? -1;
  useKeys({ x: (event) => place >= 0 && onMark(place, event.shiftKey) });
  return (
    <SplitList label="Cases in this view" hrefs={items?.map(hrefOf)} place={place}>
      {items?.map((one, index) => (
        <li key={one.id} className="relative border-b border-line-soft">
          <input
            type="checkbox"
            className="checkbox absolute top-[10px] left-(--gutter)"
            aria-label={`Mark ${one.declineTitle}, ${one.merchantName ?? 'a shop without a name'}`}
            checked={marked.has(one.id)}
            onChange={({ nativeEvent }) =>
              onMark(index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
          />
          <SplitLink href={hrefOf(one)} isCurrent={one.id === shownId}>
            <span className="grid grid-cols-[minmax(0,1fr)] gap-y-px pl-7">
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
            </span>
          </SplitLink>
        </li>
      ))}
      {onMore && (
        <li>
          <Button size="sm" variant="quiet" className="m-2" busy={isReadingMore} onClick={onMore}>
            {isReadingMore ? 'Reading more' : 'More'}
          </Button>
        </li>
      )}
    </SplitList>
  );
}
