'use client';
import { memo } from 'react';
import { PickBox } from '@/components/data-table/pick-box';
import type { IndexedCard } from '@/lib/contracts/cards';
import { speakCardEnd } from '@/lib/format/card-numbers';
import type { ShownColumn } from './columns';
import { RowActions, type StatusAct } from './row-actions';

interface RowProps {
  card: IndexedCard;
  /** Place in the whole list, from 0. */
  index: number;
  columns: readonly ShownColumn[];
  timeZone: string;
  isChanged: boolean;
  isSelected: boolean;
  /** Absent where the person may do nothing to many cards. */
  onPick: ((index: number, isRange: boolean) => void) | undefined;
  onAct: (act: StatusAct, card: IndexedCard) => void;
}

export const Row = memo(function Row(props: RowProps) {
  const { card, index, columns, timeZone, isChanged, isSelected, onPick, onAct } = props;
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      data-changed={isChanged || undefined}
      aria-selected={onPick ? isSelected : undefined}
      className="group"
    >
      {onPick && (
        <PickBox
          name={`${card.cardHolderName ?? 'no name'}, ${speakCardEnd(card.lastFourDigits)}`}
          {...{ index, isSelected, onPick }}
        />
      )}
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
