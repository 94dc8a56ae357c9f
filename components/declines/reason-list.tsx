'use client';
import { SplitLink, SplitList } from '@/components/ui/split';
import { Tag } from '@/components/ui/status';
import { familyWords } from '@/lib/catalogues/decline-families';
import { hrefForReasons, type ReasonsState } from '@/lib/client/declines/reasons-state';
import type { DeclineReason } from '@/lib/contracts/decline-reasons';
import { toldWords } from './reason-words';

interface ReasonListProps {
  /** Undefined while they are read. */
  items: readonly DeclineReason[] | undefined;
  state: ReasonsState;
  shownCode: string | undefined;
}

export function ReasonList({ items, state, shownCode }: ReasonListProps) {
  const hrefOf = ({ code }: DeclineReason) => hrefForReasons({ ...state, code });
  return (
    <SplitList
      label="Reasons found"
      hrefs={items?.map(hrefOf)}
      place={items?.findIndex(({ code }) => code === shownCode) ?? -1}
    >
      {items?.map((reason) => (
        <li key={reason.code} className="border-b border-line-soft">
          <SplitLink href={hrefOf(reason)} isCurrent={reason.code === shownCode}>
            <span className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate font-label">{reason.title}</span>
              {reason.mayBeTold === 'staff-only' && <Tag tone="secret">{toldWords[reason.mayBeTold]}</Tag>}
            </span>
            <span className="flex min-w-0 gap-2 text-meta text-ink-3">
              <span className="code min-w-0 truncate">{reason.code}</span>
              {reason.family && (
                <span className="ml-auto whitespace-nowrap">{familyWords[reason.family]}</span>
              )}
            </span>
          </SplitLink>
        </li>
      ))}
    </SplitList>
  );
}
