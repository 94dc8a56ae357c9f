'use client';
import { ListChecks } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Select } from '@/components/ui/field';
import { FilterRow } from '@/components/ui/filter-row';
import { Found } from '@/components/ui/found';
import { PageHeader } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { Split } from '@/components/ui/split';
import { UrlLink } from '@/components/ui/url-link';
import {
  type CodeView,
  codeViews,
  findNewCodes,
  hrefForNewCodes,
  type NewCodesState,
  parseNewCodesState,
} from '@/lib/client/new-codes/new-codes-state';
import { useNewCodes } from '@/lib/client/new-codes/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { formatCount } from '@/lib/format/counts';
import { CodeDetail } from './code-detail';
import { CodeList } from './code-list';

const viewWords: Record<CodeView, string> = {
  all: 'Every code',
  new: 'Not classified yet',
  classified: 'Classified here',
};

export function NewCodesPage() {
  if (useCan('decline-reasons.classify')) return <NewCodes />;
  return <NotYours title="New codes">This page belongs to another role.</NotYours>;
}

function NewCodes() {
  const state = parseNewCodesState(useSearchParams());
  const codes = useNewCodes();
  const all = codes.data?.items;
  const found = all && findNewCodes(all, state);
  // Whatever the address names is shown, also once it has left this view.
  const shown = all?.find(({ code }) => code === state.code) ?? found?.[0];
  const isOpenOnNarrow = state.code !== '' && shown?.code === state.code;
  return (
    <div className="fit-page">
      <PageHeader
        title="New codes"
        crumbs={[
          { label: 'Decline reasons', href: { pathname: '/declines/reasons' } },
          { label: 'New codes' },
        ]}
        aside="What Wise’s documents do not list, and two of compliance say what it means"
        actions={<LiveMark asOf={codes.data?.asOf} />}
      />
      <FilterRow label="New codes" className={isOpenOnNarrow ? 'max-narrow:hidden' : undefined}>
        <SearchField
          label="Search the codes"
          placeholder="Code or words"
          value={state.query}
          onSearch={(query) => replaceUrl(hrefForNewCodes({ ...state, query, code: '' }))}
        />
        <Select
          aria-label="View"
          className="w-[170px] max-narrow:w-[120px]"
          value={state.view}
          onChange={({ target }) =>
            pushUrl(
              hrefForNewCodes({
                ...state,
                view: codeViews.find((view) => view === target.value) ?? 'all',
                code: '',
              }),
            )
          }
        >
          {codeViews.map((view) => (
            <option key={view} value={view}>
              {viewWords[view]}
            </option>
          ))}
        </Select>
        <Found>{found && `${formatCount(found.length)} found`}</Found>
      </FilterRow>
      {codes.error && (
        <ErrorState
          className="mx-(--gutter) my-3"
          error={codes.error}
          title={all ? 'The codes could not be read again.' : 'The codes could not be read.'}
          onRetry={() => void codes.refetch()}
          busy={codes.isFetching}
        />
      )}
      {codes.error && !all ? null : found && !shown ? (
        <NoCodes state={state} />
      ) : (
        <Split
          isOpenOnNarrow={isOpenOnNarrow}
          list={<CodeList items={found} state={state} shownCode={shown?.code} />}
        >
          {shown && (
            <CodeDetail key={shown.code} shown={shown} backHref={hrefForNewCodes({ ...state, code: '' })} />
          )}
        </Split>
      )}
    </div>
  );
}

function NoCodes({ state }: { state: NewCodesState }) {
  const isNarrowed = state.query !== '' || state.view !== 'all';
  return (
    <EmptyState
      icon={<ListChecks />}
      title={isNarrowed ? 'No code matches.' : 'No payment came with a new code yet.'}
      action={
        isNarrowed ? (
          <UrlLink href={hrefForNewCodes({ query: '', view: 'all', code: '' })}>Show every code</UrlLink>
        ) : undefined
      }
    >
      A code that the catalogue does not hold comes up here with the first payment that is declined by it.
    </EmptyState>
  );
}
