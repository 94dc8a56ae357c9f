'use client';
import { Download } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { EndlessTable } from '@/components/data-table/endless-table';
import { EmptyState } from '@/components/feedback/empty-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { FilterRow } from '@/components/ui/filter-row';
import { Found } from '@/components/ui/found';
import { PageHeader } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { UrlLink } from '@/components/ui/url-link';
import { ViewsBar } from '@/components/ui/views-bar';
import { useCan } from '@/lib/client/session/session-provider';
import {
  type ExportsState,
  exportViews,
  hrefForExports,
  parseExportsState,
} from '@/lib/client/transaction-exports/exports-state';
import { useExports } from '@/lib/client/transaction-exports/queries';
import { replaceUrl } from '@/lib/client/url/write-url';
import { countOf } from '@/lib/format/counts';
import { ExportRow, ExportsHead, exportColumns } from './exports-table';

export function ExportsPage() {
  if (useCan('transactions.export')) return <Exports />;
  return <NotYours title="Exports of transactions">This page belongs to another role.</NotYours>;
}

const viewWords = { all: 'All exports', changed: 'Changed since', mine: 'Your own' };

/** Files of transactions that were taken, and how much of each is told otherwise by now. */
function Exports() {
  const readsAll = useCan('transaction-exports.read-all');
  const state = parseExportsState(useSearchParams());
  const list = useExports(state);
  const [head] = list.data?.pages ?? [];
  return (
    <div className="fit-page">
      <PageHeader
        crumbs={[{ label: 'Transactions', href: '/transactions' }, { label: 'Exports' }]}
        title="Exports of transactions"
        aside={readsAll ? undefined : 'Your own'}
        actions={<LiveMark asOf={head?.asOf} />}
      />
      <ViewsBar
        label="Views of exports"
        views={exportViews
          .filter((view) => view !== 'mine' || readsAll)
          .map((view) => ({
            key: view,
            label: viewWords[view],
            href: hrefForExports({ ...state, view }),
            isCurrent: state.view === view,
          }))}
      />
      <FilterRow label="Exports">
        <SearchField
          label="Search exports"
          placeholder={readsAll ? 'Export id, person' : 'Export id, as in the file’s name'}
          value={state.query}
          onSearch={(query) => replaceUrl(hrefForExports({ ...state, query: query.slice(0, 100) }))}
        />
        <Found>{head && countOf(head.total, 'found', 'found')}</Found>
      </FilterRow>
      <EndlessTable
        label="Exports"
        list={list}
        head={<ExportsHead state={state} />}
        columns={exportColumns}
        row={(record, index) => <ExportRow key={record.id} record={record} index={index} />}
        nothingFound={<NothingFound state={state} />}
      />
    </div>
  );
}

function NothingFound({ state }: { state: ExportsState }) {
  const isNarrowed = state.query !== '' || state.view !== 'all';
  const title = {
    all: 'No transactions were exported yet.',
    changed: 'Nothing has changed since it was exported.',
    mine: 'You have exported no transactions yet.',
  }[state.view];
  return (
    <EmptyState
      icon={<Download />}
      title={state.query === '' ? title : 'No export matches.'}
      action={isNarrowed && <UrlLink href={hrefForExports({})}>Show all exports</UrlLink>}
    >
      {state.query === ''
        ? 'Each file that is made from a list of transactions stands here, with how much of it is told otherwise by now.'
        : 'A file’s name ends with the id of its export; the beginning is enough.'}
    </EmptyState>
  );
}
