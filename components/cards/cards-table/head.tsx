import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CardSortField, sortDirection } from '@/lib/client/cards/list-state';
import type { CardSort } from '@/lib/contracts/cards';
import { zoneName } from '@/lib/format/times';
import type { ShownColumn } from './columns';

interface HeadProps {
  columns: readonly ShownColumn[];
  sort: CardSort;
  timeZone: string;
  onSort: (field: CardSortField) => void;
  /** Absent where nothing can be chosen. */
  all: { state: 'none' | 'some' | 'all'; onToggle: () => void } | undefined;
}

export function Head({ all, columns, sort, timeZone, onSort }: HeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {all && (
          <th role="columnheader" scope="col" className="pick">
            <input
              type="checkbox"
              className="checkbox"
              aria-label="Choose all rows shown"
              checked={all.state === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = all.state === 'some';
              }}
              onChange={all.onToggle}
            />
          </th>
        )}
        {columns.map((column) => {
          const direction = column.sort && sortDirection(sort, column.sort);
          const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
          const label = column.isTime ? `${column.label}, ${zoneName(timeZone)}` : column.label;
          return (
            <th
              key={column.id}
              role="columnheader"
              scope="col"
              aria-sort={direction}
              style={column.width === undefined ? undefined : { width: column.width }}
              className={column.classNames}
            >
              {column.sort ? (
                <button
                  type="button"
                  onClick={() => column.sort && onSort(column.sort)}
                  className="inline-flex min-h-6 items-center gap-1 rounded-xs"
                >
                  {label}
                  {direction && <Arrow className="size-3!" />}
                </button>
              ) : (
                label
              )}
            </th>
          );
        })}
        <th role="columnheader" scope="col" className="acts w-[92px]! max-wide:w-[62px]!">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
}
