'use client';
import clsx from 'clsx';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useSelection } from '@/components/data-table/selection';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { ShownOne } from '@/components/feedback/shown-one';
import { Button, buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { Split } from '@/components/ui/split';
import { hrefForCases, parseCasesState } from '@/lib/client/cases/cases-state';
import { moves, useCase, useCases, useMove } from '@/lib/client/cases/queries';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import type { CaseDetail as Detail, DeskCase } from '@/lib/contracts/cases';
import type { CaseAct } from './case-acts';
import { CaseDetail } from './case-detail';
import { CaseFilters } from './case-filters';
import { CaseList } from './case-list';
import { CaseViews } from './case-views';
import { MarkBar } from './mark-bar';
import { NarrowedBy } from './narrowed-by';
import { NoCases } from './no-cases';
import type { WrittenAct } from './write-dialog';

const DecideDialog = dynamic(() => import('./decide-dialog').then((module) => module.DecideDialog), {
  ssr: false,
});
const HandOverDialog = dynamic(() => import('./hand-over-dialog').then((module) => module.HandOverDialog), {
  ssr: false,
});
const HoldDialog = dynamic(() => import('./hold-dialog').then((module) => module.HoldDialog), {
  ssr: false,
});
const LinkDialog = dynamic(() => import('./link-dialog').then((module) => module.LinkDialog), {
  ssr: false,
});
const NoteDialog = dynamic(() => import('./note-dialog').then((module) => module.NoteDialog), {
  ssr: false,
});
const WriteDialog = dynamic(() => import('./write-dialog').then((module) => module.WriteDialog), {
  ssr: false,
});
const loadExport = () => import('./export-dialog').then((module) => module.ExportDialog);
const ExportDialog = dynamic(loadExport, { ssr: false });
const isWritten = (act: CaseAct): act is WrittenAct =>
  act === 'reopen' || act === 'agree' || act === 'disagree';

const idOf = ({ id }: DeskCase) => id;

export function CasesPage() {
  if (useCan('cases.read')) return <Cases />;
  return <NotYours title="Cases">This page belongs to another role.</NotYours>;
}

function Cases() {
  const mayChangeRules = useCan('cases.rules');
  const state = parseCasesState(useSearchParams());
  const list = useCases(state);
  const items = list.data?.pages.flatMap((page) => page.items);
  const [first] = list.data?.pages ?? [];
  // Whatever the address names is shown, also once it has left this view.
  const shownId = state.id || items?.[0]?.id;
  const shown = useCase(shownId);
  const take = useMove(shownId ?? '', moves.take);
  const marks = useSelection(items ?? [], idOf);
  const [open, setOpen] = useState<{
    act: Exclude<CaseAct, 'take'>;
    shown: Detail;
    next: string | undefined;
  }>();
  const act = (wanted: CaseAct) => {
    if (!shown.data) return;
    if (wanted === 'take') take.mutate({ version: shown.data.version });
    else setOpen({ act: wanted, shown: shown.data, next: neighbourOf(items, shownId) });
  };
  const [isExporting, setExporting] = useState(false);
  useKeys({ e: () => setExporting(true) });
  const close = () => setOpen(undefined);
  const goOn = () => {
    if (open?.next !== undefined) replaceUrl(hrefForCases({ ...state, id: open.next }));
    close();
  };
  // As they are now, where this view still holds them.
  const marked = [...marks.selected.values()].map((one) => items?.find(({ id }) => id === one.id) ?? one);
  const isOpenOnNarrow = state.id !== '';
  const backHref = hrefForCases({ ...state, id: '' });
  return (
    <div className="fit-page">
      <PageHeader
        title="Cases"
        titleInTopBar
        actions={
          <>
            <LiveMark asOf={first?.asOf} />
            <Button
              size="sm"
              icon={<Download />}
              className="max-narrow:hidden"
              onPointerEnter={() => void loadExport()}
              onClick={() => setExporting(true)}
            >
              Export CSV…
            </Button>
            <Link prefetch={false} href="/declines/evidence" className={buttonClass({ size: 'sm' })}>
              Evidence
            </Link>
            <Link prefetch={false} href="/declines/legal-holds" className={buttonClass({ size: 'sm' })}>
              Legal holds
            </Link>
            {mayChangeRules && (
              <Link prefetch={false} href="/declines/rules" className={buttonClass({ size: 'sm' })}>
                Rules
              </Link>
            )}
          </>
        }
      />
      <CaseViews state={state} total={first?.total} />
      <div className={clsx(isOpenOnNarrow && 'max-narrow:hidden')}>
        <CaseFilters state={state} found={first?.total} />
        <NarrowedBy state={state} />
      </div>
      {marked.length > 0 && (
        <div className={clsx('flex-none', isOpenOnNarrow && 'max-narrow:hidden')}>
          <MarkBar
            marked={marked}
            onMark={(caseIds) => {
              marks.clear();
              marks.add(marked.filter(({ id }) => caseIds.includes(id)));
            }}
            onClear={marks.clear}
            onMerged={({ id }) => {
              marks.clear();
              pushUrl(hrefForCases({ ...state, id }));
            }}
          />
        </div>
      )}
      {list.error && (
        <ErrorState
          className="mx-(--gutter) my-3"
          error={list.error}
          title={items ? 'The cases could not be read again.' : 'The cases could not be read.'}
          onRetry={() => void list.refetch()}
          busy={list.isFetching}
        />
      )}
      {list.error && !items ? null : items?.length === 0 && state.id === '' ? (
        <NoCases state={state} />
      ) : (
        <Split
          isOpenOnNarrow={isOpenOnNarrow}
          list={
            <CaseList
              items={items}
              asOf={first?.asOf}
              state={state}
              shownId={shownId}
              marked={marks.selected}
              onMark={marks.pick}
              onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
              isReadingMore={list.isFetchingNextPage}
            />
          }
        >
          {take.error && take.variables && <ErrorState className="mx-(--gutter) mt-3" error={take.error} />}
          <ShownOne read={shown} noun="case" back={{ href: backHref, label: 'All cases' }}>
            {(data) => <CaseDetail shown={data} backHref={backHref} onAct={act} isTaking={take.isPending} />}
          </ShownOne>
        </Split>
      )}
      {isExporting && <ExportDialog state={state} total={first?.total} onClose={() => setExporting(false)} />}
      {open?.act === 'decide' && <DecideDialog shown={open.shown} onClose={close} onDone={goOn} />}
      {open?.act === 'hand-over' && <HandOverDialog shown={open.shown} onClose={close} />}
      {open?.act === 'link' && <LinkDialog shown={open.shown} onClose={close} />}
      {open?.act === 'hold' && <HoldDialog shown={open.shown} onClose={close} />}
      {open?.act === 'note' && <NoteDialog shown={open.shown} onClose={close} />}
      {open && isWritten(open.act) && <WriteDialog what={open.act} shown={open.shown} onClose={close} />}
    </div>
  );
}

/** Who has closed a case goes on with the one after it. */
function neighbourOf(items: readonly DeskCase[] | undefined, id: string | undefined): string | undefined {
  const place = items?.findIndex((one) => one.id === id) ?? -1;
  return place < 0 ? undefined : (items?.[place + 1] ?? items?.[place - 1])?.id;
}
