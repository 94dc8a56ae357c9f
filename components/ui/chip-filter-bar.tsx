'use client';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { FilterRow, FiltersPopover } from './filter-row';
import { Found } from './found';
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
    <FilterRow label={label}>
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
      <FiltersPopover active={active} className="narrow:hidden">
        {panel}
      </FiltersPopover>
      <Found>{found}</Found>
    </FilterRow>
  );
}
