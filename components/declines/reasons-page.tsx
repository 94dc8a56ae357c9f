'use client';
import { ArrowLeft, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { Button, buttonClass } from '@/components/ui/button';
import { Copyable } from '@/components/ui/copyable';
import { Select } from '@/components/ui/field';
import { FilterRow } from '@/components/ui/filter-row';
import { Found } from '@/components/ui/found';
import { PageHeader } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { Split } from '@/components/ui/split';
import { UrlLink } from '@/components/ui/url-link';
import { declineFamilies, familyWords } from '@/lib/catalogues/decline-families';
import { useDeclineReasons } from '@/lib/client/declines/queries';
import {
  findReasons,
  hrefForReasons,
  parseReasonsState,
  type ReasonsState,
} from '@/lib/client/declines/reasons-state';
import { hrefForNewCodes } from '@/lib/client/new-codes/new-codes-state';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import type { DeclineReason } from '@/lib/contracts/decline-reasons';
import { formatCount } from '@/lib/format/counts';
import { formatDay, isoDay } from '@/lib/format/times';
import { ReasonFacts } from './reason-facts';
import { ReasonList } from './reason-list';

export function ReasonsPage() {
  const state = parseReasonsState(useSearchParams());
  const mayClassify = useCan('decline-reasons.classify');
  const reasons = useDeclineReasons();
  const all = reasons.data?.items ?? [];
  const found = findReasons(all, state);
  const shown = found.find(({ code }) => code === state.code) ?? found[0];
  const isOpenOnNarrow = state.code !== '' && shown?.code === state.code;
  return (
    <div className="fit-page">
      <PageHeader
        title="Decline reasons"
        titleInTopBar
        aside="Why payments are declined, who acts, and what to say"
        actions={
          mayClassify && (
            <Link prefetch={false} href="/declines/new-codes" className={buttonClass({ size: 'sm' })}>
              New codes
            </Link>
          )
        }
      />
      <FilterRow label="Decline reasons" className={isOpenOnNarrow ? 'max-narrow:hidden' : undefined}>
        <SearchField
          label="Search the reasons"
          placeholder="Code or words: frozen, PIN, limit"
          value={state.query}
          onSearch={(query) => replaceUrl(hrefForReasons({ ...state, query, code: '' }))}
        />
        <Select
          aria-label="Kind"
          className="w-[170px] max-narrow:w-[120px]"
          value={state.family}
          onChange={({ target }) => pushUrl(hrefForReasons({ ...state, family: target.value, code: '' }))}
        >
          <option value="">Every kind</option>
          {declineFamilies
            .filter((family) => all.some((reason) => reason.family === family))
            .map((family) => (
              <option key={family} value={family}>
                {familyWords[family]}
              </option>
            ))}
        </Select>
        <Found>{reasons.data && `${formatCount(found.length)} found`}</Found>
      </FilterRow>
      {reasons.error && !reasons.data ? (
        <ErrorState
          className="m-(--gutter)"
          error={reasons.error}
          title="The reasons could not be read."
          onRetry={() => void reasons.refetch()}
          busy={reasons.isFetching}
        />
      ) : reasons.data && !shown ? (
        <NothingFound state={state} />
      ) : (
        <Split
          isOpenOnNarrow={isOpenOnNarrow}
          list={<ReasonList items={reasons.data && found} state={state} shownCode={shown?.code} />}
        >
          {shown && <Detail reason={shown} backHref={hrefForReasons({ ...state, code: '' })} />}
        </Split>
      )}
    </div>
  );
}

function Detail({ reason, backHref }: { reason: DeclineReason; backHref: string }) {
  return (
    <article aria-labelledby="reason-head" className="px-(--gutter) pb-5">
      <UrlLink href={backHref} className="mt-2 inline-flex min-h-8 items-center gap-1.5 narrow:hidden">
        <ArrowLeft /> All reasons
      </UrlLink>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-3 pb-2">
        <h2 id="reason-head" aria-live="polite">
          {reason.title}
        </h2>
        <span className="text-ink-3">
          <Copyable value={reason.code} shown={reason.code} what="code" />
        </span>
      </header>
      {reason.classified && <Classified code={reason.code} {...reason.classified} />}
      <ReasonFacts reason={reason} />
    </article>
  );
}

function Classified({ at, by, code }: NonNullable<DeclineReason['classified']> & { code: string }) {
  const timeZone = useTimeZone();
  const [proposer, other] = by ?? [];
  return (
    <p className="pb-2 text-meta text-ink-3">
      Classified here on <time dateTime={at}>{formatDay(isoDay(new Date(at), timeZone))}</time>
      {proposer && other && (
        <>
          , proposed by {proposer} and agreed to by {other}.{' '}
          <UrlLink href={hrefForNewCodes({ query: '', view: 'all', code })}>Its history</UrlLink>
        </>
      )}
    </p>
  );
}

function NothingFound({ state }: { state: ReasonsState }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={state.query === '' ? 'No reason of this kind.' : `No reason matches “${state.query}”.`}
      action={
        <Button onClick={() => pushUrl(hrefForReasons({ query: '', family: '', code: '' }))}>
          Show every reason
        </Button>
      }
    >
      New codes appear at Wise before anybody has written down what they mean.
    </EmptyState>
  );
}
