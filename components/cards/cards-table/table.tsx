'use client';
import dynamic from 'next/dynamic';
import { useCallback, useMemo, useRef, useState } from 'react';
import { ProfileConnectionNotice } from '@/components/connections/profile-connection-notice';
import { ErrorState } from '@/components/feedback/error-state';
import { PendingRows } from '@/components/feedback/pending-rows';
import { usualColumns, valuesOf, withSort } from '@/lib/client/cards/list-state';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { IndexedCard } from '@/lib/contracts/cards';
import { useChangedRows } from './changed-rows';
import { leastWidth, shownColumns } from './columns';
import { Filters } from './filters';
import { Foot } from './foot';
import { Head } from './head';
import { ListHeader } from './list-header';
import { ManyRows } from '@/components/data-table/many-rows';
import { MoreRows } from '@/components/data-table/more-rows';
import { NothingFound } from './nothing-found';
import { useCardRows, useListState } from './query';
import { Row } from './row';
import type { StatusAct } from './row-actions';
import { useRowKeys } from '@/components/data-table/row-keys';
import { useSelection, useSelectionKeys } from '@/components/data-table/selection';
import { Views } from './views-of-list';

const StatusDialog = dynamic(
  () => import('../status-dialogs/status-dialog').then((module) => module.StatusDialog),
  { ssr: false },
);
const BulkBar = dynamic(() => import('../bulk/bulk-bar').then((module) => module.BulkBar), { ssr: false });

const keyOfCard = ({ token }: IndexedCard) => token;

export function CardsTable() {
  const { state, choose, type } = useListState();
  const { list, cards, head } = useCardRows(state);
  const timeZone = useTimeZone();
  const changed = useChangedRows(cards);
  const scroller = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<{ act: StatusAct; card: IndexedCard }>();
  const columns = useMemo(() => shownColumns(state.columns, usualColumns), [state.columns]);
  const act = useCallback((next: StatusAct, card: IndexedCard) => setDialog({ act: next, card }), []);
  useRowKeys(scroller);
  const mayChoose = useCan('cards.freeze');
  const selection = useSelection(cards, keyOfCard);
  const { add, clear, pick, selected } = selection;
  useSelectionKeys(scroller, selection, mayChoose);
  const chosenHere = selected.size === 0 ? 0 : cards.filter(({ token }) => selected.has(token)).length;
  const allState = chosenHere === 0 ? 'none' : chosenHere === cards.length ? 'all' : 'some';
  const all = { state: allState, onToggle: () => (allState === 'all' ? clear() : add(cards)) } as const;
  const onPick = mayChoose ? pick : undefined;

  const row = (index: number) => {
    const card = cards[index];
    if (!card) return null;
    const isChanged = changed.has(card.token);
    const isSelected = selected.has(card.token);
    return (
      <Row
        key={card.token}
        {...{ card, index, columns, timeZone, isChanged, isSelected, onPick }}
        onAct={act}
      />
    );
  };
  const isEmpty = list.isSuccess && cards.length === 0;
  const hasFailed = list.isError && !list.data;

  return (
    <div className="fit-page">
      <ListHeader state={state} head={head} onChoose={choose} />
      <Views state={state} counts={head?.counts} />
      <Filters state={state} choices={head?.choices} found={head?.total} onChoose={choose} onType={type} />
      <ProfileConnectionNotice
        profileIds={valuesOf(state.filters, 'profileId')}
        className="flex-none px-(--gutter) py-2"
      />
      {list.isError && list.data && (
        <div className="px-(--gutter) py-2">
          <ErrorState
            error={list.error}
            title="These rows could not be read again."
            onRetry={() => void list.refetch()}
          />
        </div>
      )}
      {/* The region scrolls, so the keyboard has to reach it. */}
      <div
        ref={scroller}
        data-scroll
        tabIndex={0}
        role="region"
        aria-label="Cards table"
        className="relative min-h-0 flex-1 overflow-auto -outline-offset-2"
      >
        {hasFailed ? (
          <ErrorState
            className="m-(--gutter)"
            error={list.error}
            title="These rows could not be read."
            onRetry={() => void list.refetch()}
            busy={list.isFetching}
          />
        ) : isEmpty ? (
          <NothingFound state={state} onChoose={choose} />
        ) : (
          <table
            role="table"
            className="data-table two-line table-fixed narrow:min-w-[var(--least,640px)]"
            style={state.columns && { ['--least' as string]: `${leastWidth(columns)}px` }}
            aria-label="Cards"
            aria-busy={list.isPending || list.isPlaceholderData}
            aria-rowcount={head ? (head.total ?? cards.length) + 1 : -1}
          >
            <Head
              columns={columns}
              sort={state.filters.sort}
              onSort={(field) => choose(withSort(state, field))}
              all={mayChoose ? all : undefined}
            />
            <tbody role="rowgroup" className={list.isPlaceholderData ? 'opacity-60' : undefined}>
              {list.isPending ? (
                <PendingRows
                  columns={[
                    ...(mayChoose ? ['pick'] : []),
                    ...columns.map(({ classNames }) => classNames),
                    '',
                  ]}
                  rows={12}
                />
              ) : (
                <ManyRows count={cards.length} scroller={scroller} render={row} />
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
      {selected.size > 0 && (
        <BulkBar
          cards={[...selected.values()].map(
            (card) => cards.find(({ token }) => token === card.token) ?? card,
          )}
          filters={state.filters}
          found={head?.total}
          onAdd={add}
          onClear={clear}
        />
      )}
      <Foot shown={cards.length} total={head?.total} timeZone={timeZone} />
      {dialog && <StatusDialog act={dialog.act} card={dialog.card} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
