'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { PendingRows } from '@/components/feedback/pending-rows';
import { MoreRows } from './more-rows';
import { useRowKeys } from './row-keys';

interface EndlessTableProps<Item> {
  /** "Activities" */
  label: string;
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  head: ReactNode;
  columns: number;
  row: (item: Item, index: number) => ReactNode;
  nothingFound: ReactNode;
}

/** Rows that are read page by page, in a region that scrolls by itself; J and K step through them. */
export function EndlessTable<Item>({
  label,
  list,
  head,
  columns,
  row,
  nothingFound,
}: EndlessTableProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  useRowKeys(scroller);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isEmpty = list.isSuccess && items.length === 0 && !list.hasNextPage;
  return (
    <div
      ref={scroller}
      data-scroll
      tabIndex={0}
      role="region"
      aria-label={`${label} table`}
      className="relative min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      {list.isError && (
        <ErrorState
          className="m-(--gutter)"
          error={list.error}
          title={
            list.data
              ? 'These rows could not be read again.'
              : `The ${label.toLowerCase()} could not be read.`
          }
          onRetry={() => void list.refetch()}
          busy={list.isFetching}
        />
      )}
      {isEmpty && nothingFound}
      {!isEmpty && (!list.isError || list.data) && (
        <table
          role="table"
          className="data-table two-line"
          aria-label={label}
          aria-busy={list.isPending || list.isPlaceholderData}
        >
          {head}
          <tbody role="rowgroup" className={list.isPlaceholderData ? 'opacity-60' : undefined}>
            {list.isPending && <PendingRows columns={columns} rows={12} />}
            {items.map(row)}
          </tbody>
        </table>
      )}
      {list.hasNextPage && !list.isPlaceholderData && (
        <MoreRows
          isReading={list.isFetchingNextPage}
          hasFailed={list.isFetchNextPageError}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </div>
  );
}
