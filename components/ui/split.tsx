'use client';
import clsx from 'clsx';
import { type ReactNode, useRef } from 'react';
import { useKeys } from '@/lib/client/keys/use-keys';
import { replaceUrl } from '@/lib/client/url/write-url';
import { Bar } from './skeleton';
import { UrlLink } from './url-link';

interface SplitProps {
  list: ReactNode;
  /** On a narrow screen one of both is shown: whether it is the one that was opened. */
  isOpenOnNarrow: boolean;
  /** What is open, which scrolls alone. */
  children: ReactNode;
}

/** A list, and beside it the one of them that is open. */
export function Split({ list, isOpenOnNarrow, children }: SplitProps) {
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[384px_minmax(0,1fr)] max-wide:grid-cols-[288px_minmax(0,1fr)] max-narrow:grid-cols-[minmax(0,1fr)]">
      <div className={clsx('grid min-h-0', isOpenOnNarrow && 'max-narrow:hidden')}>{list}</div>
      <div className={clsx('min-h-0 min-w-0 overflow-y-auto', !isOpenOnNarrow && 'max-narrow:hidden')}>
        {children}
      </div>
    </div>
  );
}

interface SplitListProps {
  /** As in "Cases in this view". */
  label: string;
  /** Where each row leads, in their order; undefined while they are read. */
  hrefs: readonly string[] | undefined;
  /** The place of the row that is open; -1 where it is none of these. */
  place: number;
  /** The rows, each with one link. */
  children: ReactNode;
}

/** The rows of a split; J and K step through them and keep the focus here. */
export function SplitList({ label, hrefs, place, children }: SplitListProps) {
  const rows = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1) => {
    // The address is ahead of what is drawn where keys come faster than pages.
    const written = hrefs?.indexOf(window.location.pathname + window.location.search) ?? -1;
    const to = (written === -1 ? place : written) + by;
    const next = hrefs?.[to];
    if (next === undefined) return;
    replaceUrl(next);
    rows.current?.querySelectorAll('a')[to]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <nav aria-label={label} className="min-h-0 overflow-y-auto border-r border-line max-narrow:border-r-0">
      {hrefs?.length === 0 && <p className="px-(--gutter) py-3 text-ink-2">Nothing else in this view.</p>}
      <ul ref={rows} aria-busy={!hrefs}>
        {hrefs ? children : <PendingRows />}
      </ul>
    </nav>
  );
}

interface SplitLinkProps {
  href: string;
  isCurrent: boolean;
  /** Its lines. */
  children: ReactNode;
}

export function SplitLink({ href, isCurrent, children }: SplitLinkProps) {
  return (
    <UrlLink
      href={href}
      aria-current={isCurrent ? 'true' : undefined}
      className={clsx(
        'grid grid-cols-[minmax(0,1fr)] gap-y-px px-(--gutter) py-[7px] text-ink -outline-offset-2 hover:bg-hover hover:no-underline',
        isCurrent && 'narrow:bg-selected narrow:shadow-[inset_3px_0_0_var(--color-accent-ink)]',
      )}
    >
      {children}
    </UrlLink>
  );
}

function PendingRows() {
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
