'use client';
import clsx from 'clsx';
import { memo } from 'react';
import { ColumnHead } from '@/components/data-table/column-head';
import { type PickAll, PickAllBox, PickBox } from '@/components/data-table/pick-box';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import {
  type ArchiveState,
  hrefOfOpen,
  sortDirection,
  withSort,
} from '@/lib/client/transactions/archive-state';
import type { ArchiveListItem } from '@/lib/contracts/transactions';
import type { ArchiveColumn } from './archive-columns';

interface ArchiveHeadProps {
  columns: readonly ArchiveColumn[];
  state: ArchiveState;
  onChoose: (next: ArchiveState) => void;
  /** Absent where nothing can be chosen. */
  all: PickAll | undefined;
}

export function ArchiveHead({ all, columns, state, onChoose }: ArchiveHeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {all && <PickAllBox {...all} />}
        {columns.map((column) => {
          const { className, headClassName, hidden, id, sort, width } = column;
          return (
            <ColumnHead
              key={id}
              column={column}
              direction={sort && sortDirection(state.sort, sort)}
              onSort={sort && (() => onChoose(withSort(state, sort)))}
              {...(width !== undefined && { style: { width } })}
              className={clsx(hidden, headClassName, className === 'num' && 'num')}
            />
          );
        })}
      </tr>
    </thead>
  );
}

interface ArchiveRowProps {
  transaction: ArchiveListItem;
  index: number;
  columns: readonly ArchiveColumn[];
  /** The address of the list that the row stands in. */
  listHref: string;
  isSelected: boolean;
  /** Absent where nothing can be made of many. */
  onPick: ((index: number, isRange: boolean) => void) | undefined;
}

export const ArchiveRow = memo(function ArchiveRow(props: ArchiveRowProps) {
  const { transaction, index, columns, listHref, isSelected, onPick } = props;
  const timeZone = useTimeZone();
  const { id, merchant } = transaction;
  const href = hrefOfOpen(listHref, transaction);
  return (
    <tr role="row" aria-rowindex={index + 2} data-row={index} aria-selected={onPick ? isSelected : undefined}>
      {onPick && (
        <PickBox name={`${merchant.name ?? 'no merchant named'}, ${id}`} {...{ index, isSelected, onPick }} />
      )}
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
});
