'use client';
import clsx from 'clsx';
import { useRef } from 'react';
import { Tag } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { hrefForReasons, type ReasonsState } from '@/lib/client/declines/reasons-state';
import { useKeys } from '@/lib/client/keys/use-keys';
import { replaceUrl } from '@/lib/client/url/write-url';
import type { DeclineReason } from '@/lib/contracts/decline-reasons';
import { familyWords, toldWords } from './reason-words';

interface ReasonListProps {
  items: readonly DeclineReason[];
  state: ReasonsState;
  shownCode: string | undefined;
  className?: string;
}

export function ReasonList({ items, state, shownCode, className }: ReasonListProps) {
  const place = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1) => {
    const index = items.findIndex(({ code }) => code === shownCode) + by;
    const next = items[index];
    if (!next) return;
    replaceUrl(hrefForReasons({ ...state, code: next.code }));
    place.current?.querySelectorAll('a')[index]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <nav
      aria-label="Reasons found"
      className={clsx('min-h-0 overflow-y-auto border-r border-line max-narrow:border-r-0', className)}
    >
      <ul ref={place}>
        {items.map((reason) => (
          <li key={reason.code} className="border-b border-line-soft">
            <UrlLink
              href={hrefForReasons({ ...state, code: reason.code })}
              aria-current={reason.code === shownCode ? 'true' : undefined}
              className={clsx(
                'grid grid-cols-[minmax(0,1fr)] gap-y-px px-(--gutter) py-[7px] text-ink -outline-offset-2 hover:bg-hover hover:no-underline',
                reason.code === shownCode &&
                  'narrow:bg-selected narrow:shadow-[inset_3px_0_0_var(--color-accent-ink)]',
              )}
            >
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
            </UrlLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
