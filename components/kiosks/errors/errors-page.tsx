'use client';
import { ArrowLeft, SearchX } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { EmptyState } from '@/components/feedback/empty-state';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { FilterRow } from '@/components/ui/filter-row';
import { Found } from '@/components/ui/found';
import { PageHeader } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { Split } from '@/components/ui/split';
import { UrlLink } from '@/components/ui/url-link';
import { kioskErrors } from '@/lib/catalogues/kiosk-errors';
import { faultFixers, faultPlaces, type KioskError } from '@/lib/catalogues/kiosk-errors/kiosk-error';
import {
  findErrors,
  hrefForErrors,
  keyOfError,
  type KioskErrorsState,
  parseErrorsState,
} from '@/lib/client/kiosks/errors-state';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { formatCount } from '@/lib/format/counts';
import { fixerWords, placeWords } from '../fault-words';
import { FixCard } from '../fix-card';
import { PrintSteps, printFirstSteps } from '../print-steps';
import { ErrorList } from './error-list';

export function KioskErrorsPage() {
  if (useCan('kiosks.read')) return <Errors />;
  return <NotYours title="Kiosk faults">Cards are printed in branches. Their managers mend kiosks.</NotYours>;
}

function Errors() {
  const state = parseErrorsState(useSearchParams());
  const found = findErrors(kioskErrors, state);
  const shown = found.find((entry) => keyOfError(entry) === state.code) ?? found[0];
  const isOpenOnNarrow = shown !== undefined && state.code === keyOfError(shown);
  return (
    <div className="fit-page">
      <PageHeader
        crumbs={[{ label: 'Kiosks', href: '/kiosks' }, { label: 'Faults' }]}
        title="Kiosk faults"
        aside="What happened, who mends it, and whether trying again is safe"
      />
      <ErrorFilters state={state} found={found.length} isHidden={isOpenOnNarrow} />
      {shown ? (
        <Split
          isOpenOnNarrow={isOpenOnNarrow}
          list={<ErrorList items={found} state={state} shownKey={keyOfError(shown)} />}
        >
          <Detail entry={shown} backHref={hrefForErrors({ ...state, code: '' })} />
        </Split>
      ) : (
        <EmptyState
          icon={<SearchX />}
          title={state.query === '' ? 'No fault of this kind.' : `No fault matches “${state.query}”.`}
          action={<Button onClick={() => pushUrl(hrefForErrors({}))}>Show every fault</Button>}
        >
          A code that is new at Wise is shown on its job all the same, with what is certain.
        </EmptyState>
      )}
    </div>
  );
}

interface ErrorFiltersProps {
  state: KioskErrorsState;
  found: number;
  isHidden: boolean;
}

function ErrorFilters({ state, found, isHidden }: ErrorFiltersProps) {
  return (
    <FilterRow label="Kiosk faults" className={isHidden ? 'max-narrow:hidden' : undefined}>
      <SearchField
        label="Search the faults"
        placeholder="Code or words: ribbon, jam, PIN"
        value={state.query}
        onSearch={(query) => replaceUrl(hrefForErrors({ ...state, query, code: '' }))}
      />
      <Select
        aria-label="Where it lies"
        className="max-w-[170px]"
        value={state.place}
        onChange={({ target }) => pushUrl(hrefForErrors({ ...state, place: target.value, code: '' }))}
      >
        <option value="">Anywhere</option>
        {faultPlaces.map((place) => (
          <option key={place} value={place}>
            {placeWords[place]}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Who mends it"
        className="max-w-[180px]"
        value={state.fixer}
        onChange={({ target }) => pushUrl(hrefForErrors({ ...state, fixer: target.value, code: '' }))}
      >
        <option value="">Mended by anybody</option>
        {faultFixers.map((fixer) => (
          <option key={fixer} value={fixer}>
            {fixerWords[fixer]}
          </option>
        ))}
      </Select>
      <Found>{formatCount(found)} found</Found>
    </FilterRow>
  );
}

function Detail({ entry, backHref }: { entry: KioskError; backHref: string }) {
  useKeys({ i: () => printFirstSteps() });
  return (
    <article aria-labelledby="fault-head" className="grid max-w-[720px] gap-3 px-(--gutter) pb-5">
      <UrlLink href={backHref} className="mt-2 inline-flex min-h-8 items-center gap-1.5 narrow:hidden">
        <ArrowLeft /> All faults
      </UrlLink>
      <header className="flex flex-wrap items-center gap-3 pt-3">
        <h2 id="fault-head" aria-live="polite" className="mr-auto">
          {entry.title}
        </h2>
        <PrintSteps status={entry.status} code={entry.code} />
      </header>
      <FixCard status={entry.status} code={entry.code} isFull />
    </article>
  );
}
