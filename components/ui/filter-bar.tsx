'use client';
import type { ReactNode } from 'react';
import { Button } from './button';
import { FilterRow, FiltersPopover } from './filter-row';

interface FilterBarProps {
  /** Of the list: "Transactions". */
  label: string;
  /** What is typed or chosen first; stays in sight at every width. */
  search: ReactNode;
  /** Up to 1180 px they stand behind one button. Absent while there is nothing to narrow yet. */
  controls: ReactNode | undefined;
  /** How many of them are on. */
  active: number;
  onClear: () => void;
  /** Right end: how many were found. */
  children?: ReactNode;
}

/** The row over a list that narrows it. */
export function FilterBar({ label, search, controls, active, onClear, children }: FilterBarProps) {
  return (
    <FilterRow label={label}>
      {search}
      {controls !== undefined && (
        <>
          <div className="flex items-center gap-1.5 max-wide:hidden">{controls}</div>
          <div className="wide:hidden">
            <FiltersPopover active={active}>
              {() => <div className="grid gap-2.5">{controls}</div>}
            </FiltersPopover>
          </div>
          {active > 0 && (
            <Button size="sm" variant="quiet" className="max-narrow:hidden" onClick={onClear}>
              Clear
            </Button>
          )}
        </>
      )}
      {children}
    </FilterRow>
  );
}
