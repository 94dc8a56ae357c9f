'use client';
import { SplitLink, SplitList } from '@/components/ui/split';
import type { KioskError } from '@/lib/catalogues/kiosk-errors/kiosk-error';
import { hrefForErrors, keyOfError, type KioskErrorsState } from '@/lib/client/kiosks/errors-state';
import { placeWords } from '../fault-words';

interface ErrorListProps {
  items: readonly KioskError[];
  state: KioskErrorsState;
  shownKey: string;
}

export function ErrorList({ items, state, shownKey }: ErrorListProps) {
  const hrefOf = (entry: KioskError) => hrefForErrors({ ...state, code: keyOfError(entry) });
  return (
    <SplitList
      label="Faults found"
      hrefs={items.map(hrefOf)}
      place={items.findIndex((entry) => keyOfError(entry) === shownKey)}
    >
      {items.map((entry) => (
        <li key={keyOfError(entry)} className="border-b border-line-soft">
          <SplitLink href={hrefOf(entry)} isCurrent={keyOfError(entry) === shownKey}>
            <span className="font-label">{entry.title}</span>
            <span className="flex min-w-0 gap-2 text-meta text-ink-3">
              <span className="code min-w-0 truncate">{entry.code}</span>
              <span className="ml-auto whitespace-nowrap">
                {entry.status === 'REQUEST_ERROR' ? 'Refused' : placeWords[entry.place]}
              </span>
            </span>
          </SplitLink>
        </li>
      ))}
    </SplitList>
  );
}
