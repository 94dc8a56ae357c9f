'use client';
import { useEffect, useRef } from 'react';
import { MoreRows } from '@/components/data-table/more-rows';
import { SplitLink } from '@/components/ui/split';
import { StatusMark } from '@/components/ui/status';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { type ArchiveState, hrefForArchive } from '@/lib/client/transactions/archive-state';
import type { useArchive } from '@/lib/client/transactions/queries';
import { replaceUrl } from '@/lib/client/url/write-url';
import type { ArchiveListItem } from '@/lib/contracts/transactions';
import { formatTableTime } from '@/lib/format/times';
import { Sum } from '../sum';
import { noteOn } from './archive-columns';

interface ArchiveListProps {
  list: ReturnType<typeof useArchive>;
  state: ArchiveState;
}

/** The rows beside the transaction that is open; J and K step through them. */
export function ArchiveList({ list, state }: ArchiveListProps) {
  const place = useRef<HTMLUListElement>(null);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const here = items.findIndex(
    ({ id, profileId }) => id === state.open?.id && profileId === state.open.profileId,
  );
  const move = (by: 1 | -1) => {
    const next = items[here + by];
    if (!next) return;
    replaceUrl(hrefForArchive({ ...state, open: { profileId: next.profileId, id: next.id } }));
    place.current?.querySelectorAll('a')[here + by]?.focus();
    const isNearEnd = here + by >= items.length - 5;
    if (isNearEnd && list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  // The row that was pressed in the table is here now.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, []);
  return (
    <nav
      aria-label="Transactions found"
      data-scroll
      className="min-h-0 overflow-y-auto border-r border-line max-narrow:hidden"
    >
      <ul ref={place}>
        {items.map((transaction, index) => (
          <Item
            key={`${transaction.profileId} ${transaction.id}`}
            transaction={transaction}
            state={state}
            isCurrent={index === here}
          />
        ))}
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
  state: ArchiveState;
  isCurrent: boolean;
}

function Item({ transaction, state, isCurrent }: ItemProps) {
  const timeZone = useTimeZone();
  const { creationTime, id, lastFourDigits, merchant, profileId, transactionAmount } = transaction;
  const note = noteOn(transaction, timeZone);
  return (
    <li className="border-b border-line-soft">
      <SplitLink href={hrefForArchive({ ...state, open: { profileId, id } })} isCurrent={isCurrent}>
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
}
