'use client';
import { Archive } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { EndlessTable } from '@/components/data-table/endless-table';
import { EmptyState } from '@/components/feedback/empty-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Found } from '@/components/ui/found';
import { PageHeader } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { UrlLink } from '@/components/ui/url-link';
import {
  hrefForLegalHolds,
  legalHoldsFilterOf,
  parseLegalHoldsState,
} from '@/lib/client/legal-holds/legal-holds-state';
import { useLegalHolds } from '@/lib/client/legal-holds/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import type { LegalHold } from '@/lib/contracts/legal-holds';
import { countOf } from '@/lib/format/counts';
import { LegalHoldHead, LegalHoldRow, legalHoldColumns } from './legal-hold-rows';

const PlaceDialog = dynamic(() => import('./place-dialog').then((module) => module.PlaceDialog), {
  ssr: false,
});
const LiftDialog = dynamic(() => import('./lift-dialog').then((module) => module.LiftDialog), { ssr: false });

export function LegalHoldsPage() {
  if (useCan('legal-holds.read')) return <LegalHolds />;
  return <NotYours title="Legal holds">This page belongs to another role.</NotYours>;
}

function LegalHolds() {
  const state = parseLegalHoldsState(useSearchParams());
  const list = useLegalHolds(state);
  const mayWrite = useCan('legal-holds.write');
  const [head] = list.data?.pages ?? [];
  const [isPlacing, setPlacing] = useState(false);
  const [lifting, setLifting] = useState<LegalHold>();
  const isNarrowed = state.query !== '' || state.state !== '';
  return (
    <div className="fit-page">
      <PageHeader
        crumbs={[{ label: 'Cases', href: '/declines/cases' }, { label: 'Legal holds' }]}
        title="Legal holds"
        actions={
          <>
            <LiveMark asOf={head?.asOf} />
            {mayWrite && (
              <Button size="sm" onClick={() => setPlacing(true)}>
                Place a legal hold…
              </Button>
            )}
          </>
        }
      />
      <FilterBar
        label="Legal holds"
        search={
          <SearchField
            label="Search legal holds"
            placeholder="Customer, card, profile"
            value={state.query}
            onSearch={(query) => replaceUrl(hrefForLegalHolds({ ...state, query }))}
          />
        }
        controls={
          <Select
            aria-label="State"
            className="wide:w-[140px]"
            value={state.state}
            onChange={({ target }) =>
              pushUrl(hrefForLegalHolds({ ...state, state: legalHoldsFilterOf(target.value) }))
            }
          >
            <option value="">Standing</option>
            <option value="lifted">Lifted</option>
            <option value="all">All</option>
          </Select>
        }
        active={state.state === '' ? 0 : 1}
        onClear={() => pushUrl(hrefForLegalHolds({ query: state.query }))}
      >
        <Found>{head?.total !== undefined && countOf(head.total, 'found', 'found')}</Found>
      </FilterBar>
      <EndlessTable
        label="Legal holds"
        list={list}
        head={<LegalHoldHead />}
        columns={legalHoldColumns}
        row={(hold, index) => (
          <LegalHoldRow
            key={hold.id}
            hold={hold}
            index={index}
            onLift={mayWrite ? () => setLifting(hold) : undefined}
          />
        )}
        nothingFound={
          <EmptyState
            icon={<Archive />}
            title={isNarrowed ? 'No legal hold matches these filters.' : 'No legal hold stands.'}
            action={
              isNarrowed ? <UrlLink href={hrefForLegalHolds({})}>Show those that stand</UrlLink> : undefined
            }
          >
            What is about a card or a customer is kept past its time while one stands.
            {mayWrite &&
              !isNarrowed &&
              ' Place one on a customer with the button above; on a single card, from its own page or from a case.'}
          </EmptyState>
        }
      />
      {isPlacing && <PlaceDialog onClose={() => setPlacing(false)} />}
      {lifting && <LiftDialog hold={lifting} onClose={() => setLifting(undefined)} />}
    </div>
  );
}
