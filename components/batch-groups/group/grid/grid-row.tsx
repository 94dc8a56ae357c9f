'use client';
import clsx from 'clsx';
import { type Dispatch, memo, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { StatusMark, Tag } from '@/components/ui/status';
import { toneText } from '@/components/ui/mark';
import { labelOfBatchField } from '@/lib/catalogues/batch-columns';
import { lookOfBatchRowState } from '@/lib/catalogues/batch-statuses';
import {
  accountText,
  type EditableColumn,
  faultOfColumn,
  fieldOfCell,
  isChangeable,
} from '@/lib/client/batch-groups/row-cells';
import type { RowEdits } from '@/lib/client/batch-groups/row-edits';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import { Gets, Pays } from './amounts';
import { CellEditor } from './cell-editor';
import { failureOfRow, formatTransferId, lookOfTransfer, tagOfRow, wordsOfRow } from './row-words';
import type { CellAct } from './use-active-cell';

interface GridRowProps {
  row: BatchRow;
  index: number;
  sourceCurrency: string;
  timeZone: string;
  /** Undefined where the person is in another row. */
  activeColumn: EditableColumn | undefined;
  isEditing: boolean;
  /** The wish to have the focus in the active cell. */
  focus: number | undefined;
  /** Tab comes into the grid here. */
  takesTab: boolean;
  mayChange: boolean;
  isNotSaved: boolean;
  edits: RowEdits;
  act: Dispatch<CellAct>;
  /** The last wish that was met: a row that scrolls back into sight takes no focus. */
  metRef: RefObject<number>;
  measure: (element: HTMLElement | null) => void;
}

/** Drawn again only when something of this very row changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, sourceCurrency, timeZone, activeColumn, isNotSaved, measure } = props;
  const { rowNumber, state } = row;
  const words = wordsOfRow(row, timeZone);
  const tag = tagOfRow(row);
  const account = accountText(row);
  const transfer = lookOfTransfer(row);
  const failure = failureOfRow(row);
  const cell = (column: EditableColumn, children: ReactNode, look: CellLook) => (
    <GridCell {...props} column={column} {...look}>
      {children}
    </GridCell>
  );
  return (
    <tr
      role="row"
      ref={measure}
      data-index={index}
      data-row={index}
      aria-rowindex={index + 2}
      data-current={activeColumn === undefined ? undefined : ''}
      onClick={() => {
        if (activeColumn === undefined) props.act({ to: 'cell', rowNumber, focuses: false });
      }}
    >
      <td role="rowheader" className="num text-ink-3">
        {rowNumber}
      </td>
      <td role="gridcell" data-line="1-end">
        <StatusMark look={lookOfBatchRowState(state)} />
      </td>
      {cell(
        'mend',
        isNotSaved ? (
          <span className="text-bad">Your change was not saved</span>
        ) : transfer ? (
          <span className="flex min-w-0 items-center gap-2">
            <StatusMark look={transfer} value={row.transferStatus ?? undefined} />
            {failure === undefined ? (
              <span className="truncate text-ink-3 tabular">{formatTransferId(row.transferId)}</span>
            ) : (
              <span className="truncate text-ink-2">{failure}</span>
            )}
          </span>
        ) : (
          <span className={words.tone === 'quiet' ? 'text-ink-2 tabular' : toneText[words.tone]}>
            {words.text}
          </span>
        ),
        { line: words.text === '–' && !isNotSaved ? undefined : '3', title: words.text },
      )}
      {cell(
        'recipient',
        <span className="flex min-w-0 items-center gap-1.5">
          <span className={clsx('truncate', !row.cells.name && 'font-plain text-ink-3')}>
            {row.cells.name || (row.cells.recipientId ? `Recipient ${row.cells.recipientId}` : 'empty')}
          </span>
          {tag && (
            <Tag tone={tag.tone} className="flex-none">
              {tag.text}
            </Tag>
          )}
        </span>,
        { line: '1', className: 'key', title: row.cells.name },
      )}
      {cell('account', account || <span className="text-ink-3">empty</span>, {
        line: '2',
        className: 'text-ink-2 tabular',
        title: account,
      })}
      {cell('gets', <Gets row={row} sourceCurrency={sourceCurrency} />, { line: '2-end', className: 'num' })}
      <td role="gridcell" className="num max-full:hidden">
        <Pays row={row} sourceCurrency={sourceCurrency} />
      </td>
    </tr>
  );
});

interface CellLook {
  line: string | undefined;
  className?: string;
  title?: string | undefined;
}

function GridCell({
  row,
  column,
  line,
  className,
  title,
  children,
  activeColumn,
  isEditing,
  focus,
  takesTab,
  mayChange,
  edits,
  act,
  metRef,
}: GridRowProps & CellLook & { column: EditableColumn; children: ReactNode }) {
  const place = useRef<HTMLTableCellElement>(null);
  const { rowNumber } = row;
  const isActive = activeColumn === column;
  const fault = faultOfColumn(row, column);
  const field = fieldOfCell(row, column);
  const isOpen = isActive && isEditing && field !== undefined;
  const mayEdit = mayChange && isChangeable(row) && field !== undefined;
  useEffect(() => {
    if (!isActive || isEditing || focus === undefined || metRef.current === focus) return;
    metRef.current = focus;
    place.current?.focus({ preventScroll: true });
  }, [isActive, isEditing, focus, metRef]);
  // What is to be mended in a column of its own is marked there; elsewhere the words alone stand out.
  const isBad = fault !== undefined && column !== 'mend' && row.state !== 'left-out';
  return (
    <td
      ref={place}
      role="gridcell"
      data-line={line}
      data-editing={isOpen || undefined}
      tabIndex={isActive || (takesTab && column === 'recipient') ? 0 : -1}
      aria-readonly={!mayEdit}
      aria-invalid={isBad || undefined}
      title={isOpen ? undefined : title}
      className={clsx(className, isBad && 'cell-bad', isBad && fault.isAcceptable && 'is-doubt')}
      onFocus={({ target, currentTarget }) => {
        if (!isActive && target === currentTarget) act({ to: 'cell', rowNumber, column, focuses: false });
      }}
      onDoubleClick={() => mayEdit && act({ to: 'cell', rowNumber, column, edits: true })}
    >
      {isOpen ? (
        <CellEditor
          label={`Row ${rowNumber}, ${labelOfBatchField(field)}`}
          value={row.cells[field] ?? ''}
          isInvalid={fault !== undefined}
          onSave={(value) => edits.change(rowNumber, { fields: { [field]: value } })}
          onLeave={() => act({ to: 'leave-edit', focuses: true })}
          onNext={(by) => act({ to: 'next-edit', by })}
          onLost={() => act({ to: 'leave-edit', focuses: false })}
        />
      ) : (
        <>
          {children}
          {isBad && <span className="sr-only">, to mend: {fault.message}</span>}
        </>
      )}
    </td>
  );
}
