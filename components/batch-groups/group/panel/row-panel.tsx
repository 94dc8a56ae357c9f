'use client';
import { X } from 'lucide-react';
import { type Dispatch, useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { StatusMark } from '@/components/ui/status';
import { lookOfBatchRowState } from '@/lib/catalogues/batch-statuses';
import { columnOfField, type EditableColumn, isChangeable } from '@/lib/client/batch-groups/row-cells';
import type { KeptEdit, RowEdits } from '@/lib/client/batch-groups/row-edits';
import type { BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import type { CellAct } from '../grid/use-active-cell';
import { FaultList } from './fault-list';
import { FieldList } from './field-list';
import { KeptEditNotice } from './kept-edits';
import { NameChecks } from './name-checks';
import { RowFacts } from './row-facts';
import { RowLinks } from './row-links';
import { RowPayout } from './row-payout';

interface RowPanelProps {
  path: BatchGroupPath;
  row: BatchRow;
  column: EditableColumn;
  kept: KeptEdit | undefined;
  sourceCurrency: string;
  mayChange: boolean;
  edits: RowEdits;
  act: Dispatch<CellAct>;
}

/** Beneath the rows, of the one somebody is in: what is wrong, how to mend it, the other ways out, and all its fields. */
export function RowPanel({ path, row, column, kept, sourceCurrency, mayChange, edits, act }: RowPanelProps) {
  const [showsFields, setShowsFields] = useState(false);
  const { rowNumber, state } = row;
  const mayEdit = mayChange && isChangeable(row);
  // Those of the cell first.
  const faults = [...row.faults].sort(
    (one, other) =>
      Number(columnOfField(other.field) === column) - Number(columnOfField(one.field) === column),
  );
  const change = (edit: Parameters<RowEdits['change']>[1]) => {
    edits.change(rowNumber, edit);
    act({ to: 'focus' });
  };
  return (
    <section
      aria-label={`Row ${rowNumber}`}
      data-row-panel
      className="max-h-[44%] flex-none overflow-y-auto border-t border-line bg-raised px-(--gutter) pt-2 pb-3 max-wide:sticky max-wide:bottom-0 max-wide:z-(--z-bulk) max-wide:max-h-[50dvh] max-wide:shadow-pop"
    >
      <header className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h2>Row {rowNumber}</h2>
        <StatusMark look={lookOfBatchRowState(state)} />
        <span className="min-w-0 truncate text-ink-2">{row.cells.name}</span>
        <span className="ml-auto flex items-center gap-1.5">
          <Button
            size="xs"
            variant="quiet"
            aria-expanded={showsFields}
            onClick={() => setShowsFields(!showsFields)}
          >
            {showsFields ? 'Hide the fields' : 'All fields'}
          </Button>
          {mayEdit &&
            (state === 'left-out' ? (
              <Button size="xs" onClick={() => change({ leaveOut: false })}>
                Take it in again
              </Button>
            ) : (
              <Button size="xs" onClick={() => change({ leaveOut: true })}>
                Leave this row out
              </Button>
            ))}
          <IconButton size="xs" label="Leave the row" onClick={() => act({ to: 'nowhere' })}>
            <X />
          </IconButton>
        </span>
      </header>
      <div className="grid gap-2">
        {kept && <KeptEditNotice kept={kept} rowNumber={rowNumber} edits={edits} mayUse={mayEdit} />}
        {state !== 'left-out' && <FaultList faults={faults} mayEdit={mayEdit} onChange={change} />}
        <NameChecks row={row} mayEdit={mayEdit} onChange={change} />
        <RowPayout row={row} path={path} />
        <RowLinks row={row} path={path} />
        <RowFacts row={row} sourceCurrency={sourceCurrency} />
        {showsFields && (
          <FieldList
            row={row}
            mayEdit={mayEdit}
            onSave={(field, value) => edits.change(rowNumber, { fields: { [field]: value } })}
          />
        )}
      </div>
    </section>
  );
}
