'use client';
import { memo } from 'react';
import type { IndexedCard } from '@/lib/contracts/cards';
import type { ShownColumn } from './columns';
import { RowActions, type StatusAct } from './row-actions';

interface RowProps {
  card: IndexedCard;
  /** Place in the whole list, from 0. */
  index: number;
  columns: readonly ShownColumn[];
  timeZone: string;
  isChanged: boolean;
  onAct: (act: StatusAct, card: IndexedCard) => void;
}

export const Row = memo(function Row({ card, index, columns, timeZone, isChanged, onAct }: RowProps) {
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      data-changed={isChanged || undefined}
      className="group"
    >
      {columns.map((column) => (
        <td key={column.id} role="cell" data-line={column.line} className={column.classNames}>
          {column.cell(card, timeZone)}
        </td>
      ))}
      <td role="cell" className="acts">
        <RowActions card={card} onAct={onAct} />
      </td>
    </tr>
  );
});
