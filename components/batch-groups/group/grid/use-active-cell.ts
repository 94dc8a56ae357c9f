'use client';
import { useReducer } from 'react';
import type { BatchRowState } from '@/lib/catalogues/batch-statuses';
import {
  type EditableColumn,
  editableColumns,
  faultOfColumn,
  fieldOfCell,
  isChangeable,
} from '@/lib/client/batch-groups/row-cells';
import { nextToMend } from '@/lib/client/batch-groups/rows-view';
import type { BatchRow } from '@/lib/contracts/batch-rows';

/** The cell a person is in. */
export interface ActiveCell {
  rowNumber: number;
  /** What the row was when they came to it: it keeps that place until they leave. */
  state: BatchRowState;
  column: EditableColumn;
  isEditing: boolean;
  /** Grows with every wish to have the focus there. */
  focus: number;
}

export type CellAct =
  | { to: 'cell'; rowNumber: number; column?: EditableColumn; edits?: boolean; focuses?: boolean }
  | { to: 'row'; by: 1 | -1 }
  | { to: 'column'; by: 1 | -1 }
  | { to: 'next-edit'; by: 1 | -1 }
  | { to: 'next-fault' }
  /** Editing has ended: back to the cell. */
  | { to: 'leave-edit'; focuses: boolean }
  | { to: 'focus' }
  | { to: 'nowhere' };

const firstColumn: EditableColumn = 'recipient';
/** In the order of the eye; what to mend is reached only where it is edited. */
const ways = editableColumns;

function columnToMend(row: BatchRow): EditableColumn {
  return ways.find((column) => column !== 'mend' && faultOfColumn(row, column)) ?? 'mend';
}

/** @param shown the rows of the view in their order; `all` those of the group */
export function useActiveCell(
  all: readonly BatchRow[],
  shownOf: (active?: ActiveCell) => readonly BatchRow[],
) {
  const step = (active: ActiveCell | undefined, act: CellAct): ActiveCell | undefined => {
    const shown = shownOf(active);
    const at = shown.findIndex(({ rowNumber }) => rowNumber === active?.rowNumber);
    const focus = (active?.focus ?? 0) + 1;
    const enter = (
      row: BatchRow | undefined,
      column: EditableColumn,
      isEditing = false,
    ): ActiveCell | undefined =>
      row && {
        rowNumber: row.rowNumber,
        state: row.rowNumber === active?.rowNumber ? active.state : row.state,
        column,
        isEditing: isEditing && isChangeable(row) && fieldOfCell(row, column) !== undefined,
        focus,
      };
    switch (act.to) {
      case 'cell': {
        const row = all.find(({ rowNumber }) => rowNumber === act.rowNumber);
        const next = enter(row, act.column ?? active?.column ?? firstColumn, act.edits ?? false);
        return next && (act.focuses === false ? { ...next, focus: active?.focus ?? 0 } : next);
      }
      case 'row': {
        const row = at < 0 ? shown[0] : shown[Math.min(Math.max(at + act.by, 0), shown.length - 1)];
        return enter(row, active?.column ?? firstColumn) ?? active;
      }
      case 'column': {
        if (!active) return enter(shown[0], firstColumn);
        const place = ways.indexOf(active.column) + act.by;
        return {
          ...active,
          focus,
          column: ways[Math.min(Math.max(place, 0), ways.length - 1)] ?? active.column,
        };
      }
      case 'next-edit':
        return active && nextEditable(shown, at, active, act.by, enter);
      case 'next-fault': {
        const row = nextToMend(all, active?.rowNumber);
        return row ? enter(row, columnToMend(row)) : active;
      }
      case 'leave-edit':
        return active && { ...active, isEditing: false, ...(act.focuses && { focus }) };
      case 'focus':
        return active && { ...active, focus };
      case 'nowhere':
        return undefined;
    }
  };
  return useReducer<ActiveCell | undefined, [CellAct]>(step, undefined);
}

type Enter = (
  row: BatchRow | undefined,
  column: EditableColumn,
  isEditing: boolean,
) => ActiveCell | undefined;

/** The next cell that can be edited, in the row and then in those after it; the last one is left. */
function nextEditable(
  shown: readonly BatchRow[],
  at: number,
  active: ActiveCell,
  by: 1 | -1,
  enter: Enter,
): ActiveCell | undefined {
  let row = at;
  let column = ways.indexOf(active.column);
  for (;;) {
    column += by;
    if (column < 0 || column >= ways.length) {
      row += by;
      column = by === 1 ? 0 : ways.length - 1;
    }
    const next = shown[row];
    const name = ways[column];
    if (!next || !name) return { ...active, isEditing: false, focus: active.focus + 1 };
    if (isChangeable(next) && fieldOfCell(next, name) !== undefined) return enter(next, name, true);
  }
}
