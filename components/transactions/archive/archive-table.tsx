'use client';
import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import {
  type ArchiveState,
  hrefForArchive,
  sortDirection,
  withSort,
} from '@/lib/client/transactions/archive-state';
import type { ArchivedTransaction } from '@/lib/contracts/transactions';
import { zoneName } from '@/lib/format/times';
import type { ArchiveColumn } from './archive-columns';

interface ArchiveHeadProps {
  columns: readonly ArchiveColumn[];
  state: ArchiveState;
  onChoose: (next: ArchiveState) => void;
}

export function ArchiveHead({ columns, state, onChoose }: ArchiveHeadProps) {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ className, headClassName, hidden, id, isTime, label, sort }) => {
          const direction = sort && sortDirection(state.sort, sort);
          const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
          const words = isTime ? `${label}, ${zoneName(timeZone)}` : label;
          return (
            <th
              key={id}
              role="columnheader"
              scope="col"
              aria-sort={direction}
              className={clsx(hidden, headClassName, className === 'num' && 'num')}
            >
              {sort ? (
                <button
                  type="button"
                  onClick={() => onChoose(withSort(state, sort))}
                  className="inline-flex min-h-6 items-center gap-1 rounded-xs"
                >
                  {words}
                  {direction && <Arrow className="size-3!" />}
                </button>
              ) : (
                words
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface ArchiveRowProps {
  transaction: ArchivedTransaction;
  index: number;
  columns: readonly ArchiveColumn[];
  state: ArchiveState;
}

export function ArchiveRow({ transaction, index, columns, state }: ArchiveRowProps) {
  const timeZone = useTimeZone();
  const { id, profileId } = transaction;
  const href = hrefForArchive({ ...state, open: { profileId, id } });
  return (
    <tr role="row" data-row={index}>
      {columns.map((column) => (
        <td
          key={column.id}
          role="cell"
          data-line={column.line}
          className={clsx(column.className, column.hidden)}
        >
          {column.cell(transaction, { timeZone, href })}
        </td>
      ))}
    </tr>
  );
}
