'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { Layers } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Button } from '@/components/ui/button';
import type { KnownRows } from '@/lib/client/batch-groups/merge-rows';
import { withDraft } from '@/lib/client/batch-groups/row-edits';
import { hrefForBatchGroup, parseRowsState, rowsInView } from '@/lib/client/batch-groups/rows-view';
import type { RowEditing } from '@/lib/client/batch-groups/use-row-edits';
import { useKeys } from '@/lib/client/keys/use-keys';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import { BatchGrid } from './grid/batch-grid';
import { GridFoot } from './grid/grid-foot';
import { type ActiveCell, useActiveCell } from './grid/use-active-cell';
import { KeptEdits } from './panel/kept-edits';
import { RowPanel } from './panel/row-panel';
import { RowsBar } from './rows-bar';

interface GroupRowsProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  rows: UseQueryResult<KnownRows>;
  rowEdits: RowEditing;
  mayChange: boolean;
  /** Undefined where no rows can be added. */
  onAdd: (() => void) | undefined;
  onAddPayment: (() => void) | undefined;
  /** Undefined where nothing is being sent, or not by this person. */
  onPause: (() => void) | undefined;
}

const none: readonly BatchRow[] = [];

export function GroupRows(props: GroupRowsProps) {
  const { group, path, rows, rowEdits, mayChange, onAdd, onAddPayment, onPause } = props;
  const { edits, drafts, isSaved } = rowEdits;
  const search = useSearchParams();
  const { view, query, payout } = parseRowsState(search);
  const all = rows.data?.items ?? none;
  const shownOf = (active?: ActiveCell) => rowsInView(all, { view, query, payout }, active);
  const [active, act] = useActiveCell(all, shownOf);
  const { rowNumber, state: place } = active ?? {};
  const shown = useMemo(
    () =>
      rowsInView(
        all,
        { view, query, payout },
        rowNumber === undefined || place === undefined ? undefined : { rowNumber, state: place },
      ),
    [all, view, query, payout, rowNumber, place],
  );
  const current = all.find((row) => row.rowNumber === rowNumber);
  useKeys({
    n: () => act({ to: 'next-fault' }),
    j: () => act({ to: 'row', by: 1 }),
    k: () => act({ to: 'row', by: -1 }),
    ...(active && { Escape: () => act({ to: 'nowhere' }) }),
    ...(onPause && { ' ': onPause }),
  });

  if (rows.isError && !rows.data)
    return (
      <ErrorState
        className="m-(--gutter)"
        error={rows.error}
        title="The rows could not be read."
        onRetry={() => void rows.refetch()}
        busy={rows.isFetching}
      />
    );
  if (rows.data && all.length === 0)
    return <NoRows group={group} onAdd={onAdd} onAddPayment={onAddPayment} />;
  return (
    <>
      <RowsBar
        group={group}
        path={path}
        state={{ view, query, payout }}
        found={rows.data ? shown.length : undefined}
        onType={(text) => replaceUrl(hrefForBatchGroup(path, { view, query: text, payout }))}
        onAdd={onAdd}
        onAddPayment={onAddPayment}
      />
      <KeptEdits drafts={drafts} onShow={(row) => act({ to: 'cell', rowNumber: row })} />
      {rows.isError && (
        <ErrorState
          className="mx-(--gutter) my-2 flex-none"
          error={rows.error}
          title="The rows could not be read again."
          onRetry={() => void rows.refetch()}
          busy={rows.isFetching}
        />
      )}
      {!rows.data ? (
        <div className="min-h-[220px] flex-1 overflow-hidden">
          <table className="data-table" aria-busy="true" aria-label="Rows of the file">
            <tbody>
              <PendingRows columns={6} rows={10} />
            </tbody>
          </table>
        </div>
      ) : shown.length === 0 ? (
        <div className="min-h-[220px] flex-1">
          <EmptyState
            icon={<Layers />}
            title={query === '' ? 'No row is like that.' : `No row matches “${query}”.`}
            action={<Button onClick={() => pushUrl(hrefForBatchGroup(path))}>Show all rows</Button>}
          >
            {query === ''
              ? 'The other views show the rest.'
              : 'Rows are found by name, account, reference, amount, number and transfer.'}
          </EmptyState>
        </div>
      ) : (
        <BatchGrid
          rows={shown}
          sourceCurrency={group.sourceCurrency}
          active={active}
          act={act}
          edits={edits}
          drafts={drafts}
          mayChange={mayChange}
        />
      )}
      {current && active && (
        <RowPanel
          key={current.rowNumber}
          path={path}
          row={withDraft(current, drafts.get(current.rowNumber))}
          column={active.column}
          kept={drafts.get(current.rowNumber)?.kept}
          sourceCurrency={group.sourceCurrency}
          mayChange={mayChange}
          edits={edits}
          act={act}
        />
      )}
      <GridFoot group={group} isSaved={isSaved} mayChange={mayChange} />
    </>
  );
}

const titleOfNone = ({ origin, rows }: BatchGroupDetail): string =>
  origin === 'wise' && rows.inGroup > 0 ? 'Its transfers are being read.' : 'There are no rows yet.';

interface NoRowsProps {
  group: BatchGroupDetail;
  onAdd: (() => void) | undefined;
  onAddPayment: (() => void) | undefined;
}

function NoRows({ group, onAdd, onAddPayment }: NoRowsProps) {
  return (
    <div className="min-h-[260px] flex-1">
      <EmptyState
        icon={<Layers />}
        title={titleOfNone(group)}
        action={
          onAdd && (
            <span className="flex flex-wrap justify-center gap-2">
              <Button variant="primary" onClick={onAdd}>
                Choose a file…
              </Button>
              <Button onClick={onAddPayment}>Add a payment…</Button>
            </span>
          )
        }
      >
        {group.origin === 'wise'
          ? 'The group was made by another program. Its transfers are read from Wise and followed here; what they pay is changed there.'
          : onAdd
            ? 'Drop a CSV file anywhere on this page, or paste rows with Ctrl V. Every row is checked; nothing is sent.'
            : 'Nothing was added before the group was closed or thrown away.'}
      </EmptyState>
    </div>
  );
}
