'use client';
import { memo, useEffect, useRef, useState } from 'react';
import { ManyRows } from '@/components/data-table/many-rows';
import { MoreRows } from '@/components/data-table/more-rows';
import { SplitLink } from '@/components/ui/split';
import { StatusMark } from '@/components/ui/status';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { type ArchiveState, hrefOfOpen } from '@/lib/client/transactions/archive-state';
import type { useArchive } from '@/lib/client/transactions/queries';
import { replaceUrl } from '@/lib/client/url/write-url';
import type { ArchiveListItem } from '@/lib/contracts/transactions';
import { formatTableTime } from '@/lib/format/times';
import { Sum } from '../sum';
import { noteOn } from './archive-columns';

interface ArchiveListProps {
  list: ReturnType<typeof useArchive>;
  /** Of all pages that were read. */
  items: readonly ArchiveListItem[];
  open: NonNullable<ArchiveState['open']>;
  /** The address of the list alone. */
  listHref: string;
}

/** The rows beside the transaction that is open; J and K step through them. */
export function ArchiveList({ list, items, open, listHref }: ArchiveListProps) {
  const place = useRef<HTMLElement>(null);
  const here = items.findIndex(({ id, profileId }) => id === open.id && profileId === open.profileId);
  const [startAt] = useState(() => Math.max(0, here - 3));
  const move = (by: 1 | -1) => {
    const next = items[here + by];
    if (!next) return;
    replaceUrl(hrefOfOpen(listHref, next));
    place.current?.querySelector<HTMLElement>(`[data-row="${here + by}"] a`)?.focus();
    const isNearEnd = here + by >= items.length - 5;
    if (isNearEnd && list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  const row = (index: number) => {
    const transaction = items[index];
    if (!transaction) return null;
    const { id, profileId } = transaction;
    const isCurrent = index === here;
    return <Item key={`${profileId} ${id}`} {...{ transaction, index, listHref, isCurrent }} />;
  };
  // The row that was pressed in the table is here now.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, []);
  return (
    <nav
      ref={place}
      aria-label="Transactions found"
      data-scroll
      className="min-h-0 overflow-y-auto border-r border-line max-narrow:hidden"
    >
      <ul>
        <ManyRows as="li" count={items.length} scroller={place} render={row} startAt={startAt} />
      </ul>
      {list.hasNextPage && !list.isPlaceholderData && (
        <MoreRows
          isReading={list.isFetchingNextPage}
          hasFailed={list.isFetchNextPageError}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </nav>
  );
}

interface ItemProps {
  transaction: ArchiveListItem;
  index: number;
  listHref: string;
  isCurrent: boolean;
}

const Item = memo(function Item({ transaction, index, listHref, isCurrent }: ItemProps) {
  const timeZone = useTimeZone();
  const { creationTime, lastFourDigits, merchant, transactionAmount } = transaction;
  const note = noteOn(transaction, timeZone);
  return (
    <li data-row={index} className="border-b border-line-soft">
      <SplitLink href={hrefOfOpen(listHref, transaction)} isCurrent={isCurrent}>
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-label">{merchant.name ?? 'No merchant named'}</span>
          <Sum money={transactionAmount} />
        </span>
        <span className="flex items-center gap-2">
          <StatusMark look={lookOfTransactionState(transaction.state)} value={transaction.state} />
          <time dateTime={creationTime} className="ml-auto text-meta whitespace-nowrap text-ink-3 tabular">
            {formatTableTime(creationTime, timeZone)}
          </time>
        </span>
        <span className="truncate text-meta text-ink-3">
          {[lastFourDigits && `•••• ${lastFourDigits}`, transaction.cardHolderName, note]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </SplitLink>
    </li>
  );
});
