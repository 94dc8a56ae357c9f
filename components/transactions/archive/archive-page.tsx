'use client';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { ProfileConnectionNotice } from '@/components/connections/profile-connection-notice';
import { ColumnsMenu } from '@/components/data-table/columns-menu';
import { EndlessTable } from '@/components/data-table/endless-table';
import { useSelection, useSelectionKeys } from '@/components/data-table/selection';
import { LiveMark } from '@/components/feedback/live-mark';
import { Button, buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import {
  type ArchiveState,
  fixedArchiveColumns,
  hrefForArchive,
  hrefOfOpen,
  parseArchiveState,
  toArchiveFilters,
  usualArchiveColumns,
} from '@/lib/client/transactions/archive-state';
import { useArchive } from '@/lib/client/transactions/queries';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import type { ArchiveListItem } from '@/lib/contracts/transactions';
import { archiveColumnLabels, leastArchiveWidth, shownArchiveColumns } from './archive-columns';
import { ArchiveDetail } from './archive-detail';
import { ArchiveFilters } from './archive-filters';
import { ArchiveList } from './archive-list';
import { ArchiveHead, ArchiveRow } from './archive-table';
import { ArchiveViews } from './archive-views';
import { MoreMenu } from './more-menu';
import { NothingFound } from './nothing-found';

const loadExport = () => import('./export-dialog').then((module) => module.ExportDialog);
const ExportDialog = dynamic(loadExport, { ssr: false });
const EvidenceBar = dynamic(() => import('./evidence-bar').then((module) => module.EvidenceBar), {
  ssr: false,
});
/** What comes back stands a little below the head of the table. */
const rowsAbove = 3;
const keyOf = ({ id, profileId }: ArchiveListItem) => `${profileId} ${id}`;

/** Every transaction that was told, of all cards; one of them beside the list. */
export function ArchivePage() {
  const timeZone = useTimeZone();
  const ownBranches = useOwnBranches();
  const search = useSearchParams();
  const state = useMemo(() => parseArchiveState(search), [search]);
  const filters = toArchiveFilters(state, timeZone);
  const list = useArchive(filters);
  const head = list.data?.pages[0];
  const columns = useMemo(() => shownArchiveColumns({ columns: state.columns }), [state.columns]);
  const choose = (next: ArchiveState) => pushUrl(hrefForArchive(next));
  const { open } = state;
  const backHref = hrefForArchive({ ...state, open: undefined });
  const frame = useRef<HTMLDivElement>(null);
  const lastOpen = useBackToRow(frame, open);
  const mayExport = useCan('transactions.export');
  const [isExporting, setExporting] = useState(false);
  const mayChoose = useCan('cases.evidence') && !open;
  const pages = list.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const selection = useSelection(items, keyOf);
  const { add, clear, pick, selected } = selection;
  const [isMakingEvidence, setMakingEvidence] = useState(false);
  const hasChosen = mayChoose && selected.size > 0;
  useSelectionKeys(frame, selection, mayChoose);
  useKeys({
    ...(open && { Escape: () => pushUrl(backHref) }),
    ...(mayExport && { e: () => (hasChosen ? setMakingEvidence(true) : setExporting(true)) }),
  });
  const lastIndex = useMemo(
    () => items.findIndex(({ id, profileId }) => id === lastOpen?.id && profileId === lastOpen.profileId),
    [items, lastOpen],
  );
  const chosenHere = selected.size === 0 ? 0 : items.filter((one) => selected.has(keyOf(one))).length;
  const allState = chosenHere === 0 ? 'none' : chosenHere === items.length ? 'all' : 'some';
  const all = { state: allState, onToggle: () => (allState === 'all' ? clear() : add(items)) } as const;
  return (
    <div ref={frame} className="fit-page">
      <div className={open ? 'contents max-narrow:hidden' : 'contents'}>
        <PageHeader
          title="Transactions"
          titleInTopBar
          aside={ownBranches ?? 'All cards'}
          actions={
            <>
              <LiveMark asOf={head?.asOf} />
              {!open && (
                <ColumnsMenu
                  columns={archiveColumnLabels}
                  fixed={fixedArchiveColumns}
                  shown={state.columns ?? usualArchiveColumns}
                  onChoose={(chosen) => choose({ ...state, columns: chosen })}
                />
              )}
              {mayExport && (
                <Link
                  prefetch={false}
                  href="/transactions/exports"
                  className={buttonClass({ size: 'sm', variant: 'quiet' })}
                >
                  Exports
                </Link>
              )}
              {mayExport && (
                <Button
                  size="sm"
                  icon={<Download />}
                  className="max-narrow:hidden"
                  onPointerEnter={() => void loadExport()}
                  onClick={() => setExporting(true)}
                >
                  Export CSV…
                </Button>
              )}
              <MoreMenu
                state={state}
                onChoose={choose}
                onExport={mayExport ? () => setExporting(true) : undefined}
              />
            </>
          }
        />
        <ArchiveViews state={state} />
        <ArchiveFilters
          state={state}
          head={head}
          onChoose={choose}
          onType={(next) => replaceUrl(hrefForArchive(next))}
        />
        <ProfileConnectionNotice profileIds={state.profileId} className="flex-none px-(--gutter) py-2" />
      </div>
      {open ? (
        <div className="grid min-h-0 flex-1 grid-cols-[384px_minmax(0,1fr)] max-wide:grid-cols-[288px_minmax(0,1fr)] max-narrow:grid-cols-[minmax(0,1fr)]">
          <ArchiveList list={list} items={items} open={open} listHref={backHref} />
          <ArchiveDetail key={`${open.profileId} ${open.id}`} {...open} backHref={backHref} />
        </div>
      ) : (
        <EndlessTable
          label="Transactions"
          list={list}
          head={
            <ArchiveHead
              columns={columns}
              state={state}
              onChoose={choose}
              all={mayChoose ? all : undefined}
            />
          }
          columns={columns.length + (mayChoose ? 1 : 0)}
          leastWidth={leastArchiveWidth(state)}
          startAt={Math.max(0, lastIndex - rowsAbove)}
          row={(transaction, index) => (
            <ArchiveRow
              key={keyOf(transaction)}
              transaction={transaction}
              index={index}
              columns={columns}
              listHref={backHref}
              isSelected={selected.has(keyOf(transaction))}
              onPick={mayChoose ? pick : undefined}
            />
          )}
          nothingFound={<NothingFound state={state} onChoose={choose} />}
        />
      )}
      {hasChosen && (
        <EvidenceBar
          transactions={[...selected.values()]}
          filters={filters}
          found={head?.isTotalCapped ? undefined : head?.total}
          isMaking={isMakingEvidence}
          onMake={setMakingEvidence}
          onAdd={add}
          onClear={clear}
        />
      )}
      {isExporting && <ExportDialog state={state} head={head} onClose={() => setExporting(false)} />}
    </div>
  );
}

/** Whoever closes a transaction goes on at its row. @returns the one that is open, or was last */
function useBackToRow(frame: RefObject<HTMLElement | null>, open: ArchiveState['open']) {
  const [last, setLast] = useState(open);
  if (open && open !== last) setLast(open);
  const wasOpen = useRef(open !== undefined);
  useEffect(() => {
    const isBack = wasOpen.current && !open;
    wasOpen.current = open !== undefined;
    if (!isBack || !last) return;
    const links = frame.current?.querySelectorAll<HTMLAnchorElement>('[data-row-link]') ?? [];
    [...links].find(({ href }) => href.endsWith(hrefOfOpen('', last)))?.focus();
  }, [frame, last, open]);
  return last;
}
