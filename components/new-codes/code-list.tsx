'use client';
import { SplitLink, SplitList } from '@/components/ui/split';
import { StatusMark } from '@/components/ui/status';
import { hrefForNewCodes, type NewCodesState } from '@/lib/client/new-codes/new-codes-state';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { NewCode } from '@/lib/contracts/new-codes';
import { countOf } from '@/lib/format/counts';
import { formatTableTime } from '@/lib/format/times';
import { lookOfCode } from './code-words';

interface CodeListProps {
  /** Undefined while they are read. */
  items: readonly NewCode[] | undefined;
  state: NewCodesState;
  shownCode: string | undefined;
}

export function CodeList({ items, state, shownCode }: CodeListProps) {
  const timeZone = useTimeZone();
  const hrefOf = ({ code }: NewCode) => hrefForNewCodes({ ...state, code });
  return (
    <SplitList
      label="Codes found"
      hrefs={items?.map(hrefOf)}
      place={items?.findIndex(({ code }) => code === shownCode) ?? -1}
    >
      {items?.map((one) => (
        <li key={one.code} className="border-b border-line-soft">
          <SplitLink href={hrefOf(one)} isCurrent={one.code === shownCode}>
            <span className="code min-w-0 truncate font-label">{one.code}</span>
            {one.classification && <span className="truncate">{one.classification.title}</span>}
            <span className="flex items-center gap-2 text-meta text-ink-3">
              <StatusMark look={lookOfCode(one)} />
              <span className="ml-auto min-w-0 truncate tabular">
                {countOf(one.payments, 'payment')}
                {one.lastAt !== null && `, last ${formatTableTime(one.lastAt, timeZone)}`}
              </span>
            </span>
          </SplitLink>
        </li>
      ))}
    </SplitList>
  );
}
