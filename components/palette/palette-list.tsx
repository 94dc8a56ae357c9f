'use client';
import clsx from 'clsx';
import { CornerDownLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Entry, Group } from './entries';
import { EntryFace } from './entry-face';

interface PaletteListProps {
  id: string;
  groups: Group[];
  current: Entry | undefined;
  /** The rows answer an earlier text. */
  isBehind: boolean;
  onMark: (entry: Entry) => void;
  onRun: (entry: Entry) => void;
}

export const optionId = (listId: string, entry: Entry) => `${listId}-${entry.id}`;

/** The rows belong to the field above: the focus stays there, the marked one is told as its active descendant. */
export function PaletteList({ id, groups, current, isBehind, onMark, onRun }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Found, acts and places"
      aria-busy={isBehind || undefined}
      className="min-h-0 overflow-y-auto pb-1.5"
    >
      {groups.map(({ head, entries }) => (
        <div key={head} role="group" aria-label={head}>
          <div aria-hidden="true" className="px-3.5 pt-2 pb-0.5 text-tag font-control text-ink-3">
            {head}
          </div>
          {entries.map((entry) => (
            // The field holds the focus and answers the keys.
            <div
              key={entry.id}
              id={optionId(id, entry)}
              role="option"
              aria-selected={entry.id === current?.id}
              onPointerMove={() => {
                if (entry.id !== current?.id) onMark(entry);
              }}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onRun(entry)}
              className={clsx(
                'flex min-h-[34px] cursor-pointer items-center gap-2.5 px-3.5 max-narrow:min-h-11 [&_.lucide]:size-4 [&_.lucide]:flex-none',
                entry.id === current?.id && 'bg-selected shadow-[inset_3px_0_0_var(--color-accent-ink)]',
              )}
            >
              <EntryFace entry={entry} />
              {entry.id === current?.id && (
                <CornerDownLeft aria-hidden="true" className="size-3.5! text-ink-3 max-narrow:hidden" />
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
