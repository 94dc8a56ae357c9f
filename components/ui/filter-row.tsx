'use client';
import clsx from 'clsx';
import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Popover } from './popover';

interface FilterRowProps {
  /** Of the list: "Cards". */
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

/** The row over a list that narrows it, as people who cannot see it are told of it. */
export function FilterRow({ label, className, children }: FilterRowProps) {
  return (
    <div
      role="search"
      aria-label={label}
      data-print="no"
      className={clsx(
        'flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-(--gutter) py-2',
        className,
      )}
    >
      {children}
    </div>
  );
}

interface FiltersPopoverProps {
  /** How many filters are on. */
  active: number;
  className?: string;
  /** Rendered only while open. */
  children: () => ReactNode;
}

/** Every filter behind one button, where there is no room for more. */
export function FiltersPopover({ active, className, children }: FiltersPopoverProps) {
  return (
    <Popover
      label="Filters"
      align="end"
      {...(className !== undefined && { className })}
      face={
        <>
          <ListFilter />
          Filters{active > 0 && ` ${active}`}
        </>
      }
    >
      {children}
    </Popover>
  );
}
