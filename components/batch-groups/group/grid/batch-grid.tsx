'use client';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type Dispatch, Fragment, type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { type RowDrafts, type RowEdits, withDraft } from '@/lib/client/batch-groups/row-edits';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import { GridRow } from './grid-row';
import type { ActiveCell, CellAct } from './use-active-cell';

interface BatchGridProps {
  rows: readonly BatchRow[];
  sourceCurrency: string;
  active: ActiveCell | undefined;
  act: Dispatch<CellAct>;
  edits: RowEdits;
  drafts: RowDrafts;
  mayChange: boolean;
}

const usualHeight = 36;
const noRows: readonly BatchRow[] = [];
const heightOfRow = (scroller: HTMLElement | null): number =>
  scroller?.querySelector<HTMLElement>('tr[data-row]')?.offsetHeight ?? usualHeight;

/** Up to a thousand rows, of which only those near the window are in the page, and the one somebody is in. */
export function BatchGrid({ rows, sourceCurrency, active, act, edits, drafts, mayChange }: BatchGridProps) {
  const timeZone = useTimeZone();
  const scroller = useRef<HTMLDivElement>(null);
  const known = useRef({ rows: noRows, height: usualHeight });
  const metRef = useRef(0);
  const activeIndex = rows.findIndex(({ rowNumber }) => rowNumber === active?.rowNumber);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.rowNumber ?? index,
    estimateSize: () => {
      // Asked for each of a thousand rows: the page is looked at once for all of them.
      if (known.current.rows !== rows) known.current = { rows, height: heightOfRow(scroller.current) };
      return known.current.height;
    },
    overscan: 6,
    scrollPaddingStart: 36,
    rangeExtractor: useCallback(
      (range: Range) => {
        const near = defaultRangeExtractor(range);
        return activeIndex < 0 || near.includes(activeIndex)
          ? near
          : [...near, activeIndex].sort((one, other) => one - other);
      },
      [activeIndex],
    ),
  });
  const { scrollToIndex } = virtual;
  const focus = active?.focus;
  const goTo = useRef(activeIndex);
  useEffect(() => {
    goTo.current = activeIndex;
  });
  useEffect(() => {
    if (focus !== undefined && goTo.current >= 0) scrollToIndex(goTo.current, { align: 'auto' });
  }, [focus, scrollToIndex]);

  const press = (event: KeyboardEvent) => {
    if (active?.isEditing || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = actOfKey(event.key, active);
    if (!next) return;
    event.preventDefault();
    act(next);
  };
  const items = virtual.getVirtualItems();
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div
      ref={scroller}
      data-scroll
      className="relative min-h-[220px] flex-1 overflow-auto max-wide:h-[70dvh] max-wide:flex-none"
    >
      <table
        role="grid"
        aria-label="Rows of the file"
        aria-rowcount={rows.length + 1}
        className="data-table two-line batch-grid"
        onKeyDown={press}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            <th role="columnheader" scope="col" className="num w-[56px]">
              Row
            </th>
            <th role="columnheader" scope="col" className="w-[118px]">
              State
            </th>
            <th role="columnheader" scope="col">
              Transfer, or what to mend
            </th>
            <th role="columnheader" scope="col">
              Recipient
            </th>
            <th role="columnheader" scope="col" className="w-[26%]">
              Account
            </th>
            <th role="columnheader" scope="col" className="num w-[120px]">
              They get
            </th>
            <th role="columnheader" scope="col" className="num w-[130px] max-full:hidden">
              You pay
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map(({ index, start }, place) => {
            const row = rows[index];
            const above = start - (items[place - 1]?.end ?? 0);
            if (!row) return null;
            const isActive = row.rowNumber === active?.rowNumber;
            const draft = drafts.get(row.rowNumber);
            return (
              <Fragment key={row.rowNumber}>
                <Gap height={above} />
                <GridRow
                  row={withDraft(row, draft)}
                  index={index}
                  sourceCurrency={sourceCurrency}
                  timeZone={timeZone}
                  activeColumn={isActive ? active.column : undefined}
                  isEditing={isActive && active.isEditing}
                  focus={isActive ? focus : undefined}
                  takesTab={active === undefined && place === 0}
                  mayChange={mayChange}
                  isNotSaved={draft?.kept !== undefined}
                  edits={edits}
                  act={act}
                  metRef={metRef}
                  measure={virtual.measureElement}
                />
              </Fragment>
            );
          })}
          <Gap height={below} />
        </tbody>
      </table>
    </div>
  );
}

function actOfKey(key: string, active: ActiveCell | undefined): CellAct | undefined {
  switch (key) {
    case 'ArrowDown':
      return { to: 'row', by: 1 };
    case 'ArrowUp':
      return { to: 'row', by: -1 };
    case 'ArrowRight':
      return { to: 'column', by: 1 };
    case 'ArrowLeft':
      return { to: 'column', by: -1 };
    case 'Enter':
    case 'F2':
      return active && { to: 'cell', rowNumber: active.rowNumber, edits: true };
    case 'Escape':
      return { to: 'nowhere' };
    default:
      return undefined;
  }
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" className="block! border-0! p-0!" style={{ height }} />;
}
