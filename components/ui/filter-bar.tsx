'use client';
import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Popover } from './popover';

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
    <div
      role="search"
      aria-label={label}
      data-print="no"
      className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-(--gutter) py-2"
    >
      {search}
      {controls !== undefined && (
        <>
          <div className="flex items-center gap-1.5 max-wide:hidden">{controls}</div>
          <div className="wide:hidden">
            <Popover
              label="Filters"
              align="end"
              face={
                <>
                  <ListFilter />
                  Filters{active > 0 && ` ${active}`}
                </>
              }
            >
              {() => <div className="grid gap-2.5">{controls}</div>}
            </Popover>
          </div>
          {active > 0 && (
            <Button size="sm" variant="quiet" className="max-narrow:hidden" onClick={onClear}>
              Clear
            </Button>
          )}
        </>
      )}
      {children}
    </div>
  );
}
