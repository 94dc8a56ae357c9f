'use client';
import clsx from 'clsx';
import { useRef } from 'react';
import { UrlLink } from '@/components/ui/url-link';
import type { KioskError } from '@/lib/catalogues/kiosk-errors/kiosk-error';
import { hrefForErrors, keyOfError, type KioskErrorsState } from '@/lib/client/kiosks/errors-state';
import { useKeys } from '@/lib/client/keys/use-keys';
import { replaceUrl } from '@/lib/client/url/write-url';
import { placeWords } from '../fault-words';

interface ErrorListProps {
  items: readonly KioskError[];
  state: KioskErrorsState;
  shownKey: string;
  className?: string;
}

export function ErrorList({ items, state, shownKey, className }: ErrorListProps) {
  const place = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1) => {
    const index = items.findIndex((entry) => keyOfError(entry) === shownKey) + by;
    const next = items[index];
    if (!next) return;
    replaceUrl(hrefForErrors({ ...state, code: keyOfError(next) }));
    place.current?.querySelectorAll('a')[index]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <nav
      aria-label="Faults found"
      className={clsx('min-h-0 overflow-y-auto border-r border-line max-narrow:border-r-0', className)}
    >
      <ul ref={place}>
        {items.map((entry) => {
          const isShown = keyOfError(entry) === shownKey;
          return (
            <li key={keyOfError(entry)} className="border-b border-line-soft">
              <UrlLink
                href={hrefForErrors({ ...state, code: keyOfError(entry) })}
                aria-current={isShown ? 'true' : undefined}
                className={clsx(
                  'grid grid-cols-[minmax(0,1fr)] gap-y-px px-(--gutter) py-[7px] text-ink -outline-offset-2 hover:bg-hover hover:no-underline',
                  isShown && 'narrow:bg-selected narrow:shadow-[inset_3px_0_0_var(--color-accent-ink)]',
                )}
              >
                <span className="font-label">{entry.title}</span>
                <span className="flex min-w-0 gap-2 text-meta text-ink-3">
                  <span className="code min-w-0 truncate">{entry.code}</span>
                  <span className="ml-auto whitespace-nowrap">
                    {entry.status === 'REQUEST_ERROR' ? 'Refused' : placeWords[entry.place]}
                  </span>
                </span>
              </UrlLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
