'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import clsx from 'clsx';
import { type ReactNode, useMemo, useRef } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { PendingRows } from '@/components/feedback/pending-rows';
import { ManyRows } from './many-rows';
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
  /**
   * Pixels, where the columns have widths of their own. Only then are rows far from the window left out: columns as wide as
   * their cells would move with every row that comes and goes.
   */
  leastWidth?: number;
  /** The row that it begins with where many rows are there at once. */
  startAt?: number;
}

/** Rows that are read page by page, in a region that scrolls by itself; J and K step through them. */
export function EndlessTable<Item>({
  label,
  list,
  head,
  columns,
  row,
  nothingFound,
  leastWidth,
  startAt = 0,
}: EndlessTableProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  useRowKeys(scroller);
  const pages = list.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const render = (index: number) => {
    const item = items[index];
    return item === undefined ? null : row(item, index);
  };
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
          className={clsx(
            'data-table two-line',
            leastWidth !== undefined && 'table-fixed narrow:min-w-(--least)',
          )}
          style={leastWidth === undefined ? undefined : { ['--least' as string]: `${leastWidth}px` }}
          aria-label={label}
          aria-busy={list.isPending || list.isPlaceholderData}
          aria-rowcount={list.hasNextPage ? -1 : items.length + 1}
        >
          {head}
          <tbody role="rowgroup" className={list.isPlaceholderData ? 'opacity-60' : undefined}>
            {list.isPending && <PendingRows columns={columns} rows={12} />}
            {leastWidth === undefined ? (
              items.map(row)
            ) : (
              <ManyRows count={items.length} scroller={scroller} render={render} startAt={startAt} />
            )}
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
