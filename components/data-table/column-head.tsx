'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { zoneName } from '@/lib/format/times';

interface ColumnHeadProps {
  column: { label: string; isTime?: boolean };
  /** Of the list's order, where it goes by this column. */
  direction: 'ascending' | 'descending' | undefined;
  /** Absent where the list cannot be sorted by it. */
  onSort: (() => void) | undefined;
  className: string | undefined;
  style?: CSSProperties;
}

/** The head of one column: its name, a time's zone, and the order where the list can be sorted by it. */
export function ColumnHead({ column, direction, onSort, className, style }: ColumnHeadProps) {
  const timeZone = useTimeZone();
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  const words = column.isTime ? `${column.label}, ${zoneName(timeZone)}` : column.label;
  return (
    <th role="columnheader" scope="col" aria-sort={direction} style={style} className={className}>
      {onSort ? (
        <button type="button" onClick={onSort} className="inline-flex min-h-6 items-center gap-1 rounded-xs">
          {words}
          {direction && <Arrow className="size-3!" />}
        </button>
      ) : (
        words
      )}
    </th>
  );
}
