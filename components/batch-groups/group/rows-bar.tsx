'use client';
import { Download, FileUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { ViewsBar } from '@/components/ui/views-bar';
import { type ApiError, asApiError } from '@/lib/client/api-error';
import {
  countOfView,
  hrefForBatchGroup,
  labelOfView,
  type RowsState,
  rowsViewNames,
} from '@/lib/client/batch-groups/rows-view';
import { downloadFile } from '@/lib/client/download-file';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { exportBatchRows } from '@/lib/contracts/batch-rows';
import { countOf, formatCount } from '@/lib/format/counts';

interface RowsBarProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  state: RowsState;
  /** How many the view shows. */
  found: number | undefined;
  onType: (query: string) => void;
  onAdd: (() => void) | undefined;
  onAddPayment: (() => void) | undefined;
}

/** The views over the rows, the search in them, and the way out and in by a file. */
export function RowsBar({ group, path, state, found, onType, onAdd, onAddPayment }: RowsBarProps) {
  const { rows } = group;
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<ApiError>();
  const toMend = countOfView(rows, 'to-mend');
  const download = async () => {
    setReading(true);
    setError(undefined);
    try {
      await downloadFile(exportBatchRows, { rows: 'to-mend' }, { params: { ...path } });
    } catch (failure) {
      setError(asApiError(failure));
    }
    setReading(false);
  };
  return (
    <>
      <ViewsBar
        label="Views of rows"
        views={rowsViewNames
          .filter((view) => ['all', 'to-mend', state.view].includes(view) || countOfView(rows, view) > 0)
          .map((view) => ({
            key: view,
            label: labelOfView(view),
            href: hrefForBatchGroup(path, { ...state, view, payout: undefined }),
            count: formatCount(countOfView(rows, view)),
            isCurrent: view === state.view && state.payout === undefined,
          }))}
      />
      <div
        role="search"
        aria-label="Rows"
        data-print="no"
        className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-(--gutter) py-1.5"
      >
        <SearchField
          label="Search rows"
          placeholder="Name, account, amount"
          value={state.query}
          onSearch={onType}
          className="w-[240px]! max-narrow:w-full! max-narrow:flex-none!"
        />
        <span role="status" className="text-meta text-ink-3 tabular max-narrow:sr-only">
          {state.query !== '' && found !== undefined && countOf(found, 'row found', 'rows found')}
        </span>
        <span className="ml-auto flex flex-wrap items-center justify-end gap-1.5">
          {toMend > 0 && (
            <Button
              size="sm"
              variant="quiet"
              icon={<Download />}
              busy={isReading}
              onClick={() => void download()}
            >
              {countOf(toMend, 'row')} to mend as CSV
            </Button>
          )}
          {onAddPayment && (
            <Button size="sm" variant="quiet" icon={<Plus />} onClick={onAddPayment}>
              Add a payment…
            </Button>
          )}
          {onAdd && (
            <Button size="sm" icon={<FileUp />} onClick={onAdd}>
              {toMend > 0 ? 'Upload rows…' : 'Add rows…'}
            </Button>
          )}
        </span>
      </div>
      {error && <ErrorState className="mx-(--gutter) my-2 flex-none" error={error} />}
    </>
  );
}
