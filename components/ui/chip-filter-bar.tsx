'use client';
import { ListFilter, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Popover } from './popover';

interface ChipFilterBarProps {
  /** Of the list: "Cards". */
  label: string;
  search: ReactNode;
  /** What is chosen, as chips that can be taken away. */
  chips: ReactNode;
  /** How many filters are on. */
  active: number;
  /** All that can be chosen; rendered only while it is open. */
  panel: () => ReactNode;
  /** `12 found`; undefined while nobody knows. */
  found: string | undefined;
}

/** The row over a list that narrows it: a search, a chip for each filter that is on, and one panel with all of them. */
export function ChipFilterBar({ label, search, chips, active, panel, found }: ChipFilterBarProps) {
  return (
    <div
      role="search"
      aria-label={label}
      data-print="no"
      className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-(--gutter) py-2"
    >
      {search}
      {chips}
      <Popover
        label="Filters"
        variant="quiet"
        size="sm"
        className="max-narrow:hidden"
        face={
          <>
            <Plus />
            Filter
          </>
        }
      >
        {panel}
      </Popover>
      <Popover
        label="Filters"
        align="end"
        className="narrow:hidden"
        face={
          <>
            <ListFilter />
            Filters{active > 0 && ` ${active}`}
          </>
        }
      >
        {panel}
      </Popover>
      <span role="status" className="ml-auto text-meta text-ink-3 tabular max-narrow:sr-only">
        {found}
      </span>
    </div>
  );
}
