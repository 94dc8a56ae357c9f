'use client';
import clsx from 'clsx';
import { ColumnHead } from '@/components/data-table/column-head';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import {
  type ArchiveState,
  hrefForArchive,
  sortDirection,
  withSort,
} from '@/lib/client/transactions/archive-state';
import type { ArchivedTransaction } from '@/lib/contracts/transactions';
import type { ArchiveColumn } from './archive-columns';

interface ArchiveHeadProps {
  columns: readonly ArchiveColumn[];
  state: ArchiveState;
  onChoose: (next: ArchiveState) => void;
}

export function ArchiveHead({ columns, state, onChoose }: ArchiveHeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => {
          const { className, headClassName, hidden, id, sort } = column;
          return (
            <ColumnHead
              key={id}
              column={column}
              direction={sort && sortDirection(state.sort, sort)}
              onSort={sort && (() => onChoose(withSort(state, sort)))}
              className={clsx(hidden, headClassName, className === 'num' && 'num')}
            />
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
