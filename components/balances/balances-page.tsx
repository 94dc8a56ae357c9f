'use client';
import { useQuery } from '@tanstack/react-query';
import { RotateCw, Wallet } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import {
  balancesOf,
  findBalances,
  hrefForBalances,
  parseBalancesState,
  type ProfileBalance,
  profilesToRead,
} from '@/lib/client/balances/balances-state';
import { useBalancesOf } from '@/lib/client/balances/queries';
import { profilesOptions } from '@/lib/client/profiles/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { pushUrl } from '@/lib/client/url/write-url';
import { countOf } from '@/lib/format/counts';
import { BalanceFilters } from './balance-filters';
import { BalanceHead, BalanceRow, balanceColumns } from './balance-rows';

const TopUpDialog = dynamic(() => import('./top-up-dialog').then((module) => module.TopUpDialog), {
  ssr: false,
});

export function BalancesPage() {
  if (useCan('batch-groups.read')) return <Balances />;
  return (
    <NotYours title="Balances">
      Balances are a whole profile’s. A branch hands out cards and does not see them.
    </NotYours>
  );
}

function Balances() {
  const state = parseBalancesState(useSearchParams());
  const mayAdd = useCan('batch-groups.fund');
  const profiles = useQuery(profilesOptions());
  const known = profiles.data?.items ?? [];
  const wanted = profilesToRead(state, known);
  const nameOf = (id: string) => known.find((profile) => profile.id === id)?.name ?? id;
  const lists = useBalancesOf(wanted);
  const [toppedUp, setToppedUp] = useState<ProfileBalance>();
  const scroller = useRef<HTMLDivElement>(null);
  const all = lists.flatMap(({ data }, index) => {
    const id = wanted[index] ?? '';
    return data ? balancesOf(id, nameOf(id), data) : [];
  });
  const found = findBalances(all, state.query);
  const isReading = profiles.isPending || lists.some(({ isPending }) => isPending);
  const isBusy = lists.some(({ isFetching }) => isFetching);
  // The page is as old as its oldest part.
  const asOf = lists.flatMap(({ data }) => data?.asOf ?? []).sort()[0];
  const isRead = !isReading && all.length > 0;
  const failed = lists.flatMap((list, index) =>
    list.error ? [{ list, error: list.error, id: wanted[index] ?? '' }] : [],
  );
  return (
    <div className="fit-page">
      <PageHeader
        title="Balances"
        titleInTopBar
        aside={
          state.profileId.length === 0 &&
          wanted.length > 0 &&
          `Of ${countOf(wanted.length, 'business', 'businesses')}`
        }
        actions={
          <>
            {asOf !== undefined && <LiveMark asOf={asOf} />}
            <Button
              size="sm"
              variant="quiet"
              icon={<RotateCw />}
              busy={isBusy}
              onClick={() => void Promise.all(lists.map(({ refetch }) => refetch()))}
            >
              Read again
            </Button>
          </>
        }
      />
      <BalanceFilters state={state} nameOf={nameOf} found={isReading ? undefined : found.length} />
      <div
        ref={scroller}
        data-scroll
        tabIndex={0}
        role="region"
        aria-label="Balances table"
        className="relative min-h-0 flex-1 overflow-auto -outline-offset-2"
      >
        {profiles.error && (
          <ErrorState
            className="m-(--gutter)"
            error={profiles.error}
            title="The profiles could not be read."
            onRetry={() => void profiles.refetch()}
            busy={profiles.isFetching}
          />
        )}
        {failed.map(({ list, error, id }) => (
          <ErrorState
            key={id}
            className="m-(--gutter)"
            error={error}
            title={`The balances of ${nameOf(id)} could not be read${list.data ? ' again' : ''}.`}
            onRetry={() => void list.refetch()}
            busy={list.isFetching}
          />
        ))}
        {(isReading || found.length > 0) && (
          <table role="table" className="data-table two-line" aria-label="Balances" aria-busy={isReading}>
            <BalanceHead />
            <tbody role="rowgroup">
              {found.map((one, index) => (
                <BalanceRow
                  key={`${one.profileId} ${one.balance.id}`}
                  of={one}
                  index={index}
                  onTopUp={mayAdd && one.canTopUp ? () => setToppedUp(one) : undefined}
                />
              ))}
              {isReading && <PendingRows columns={balanceColumns} rows={6} />}
            </tbody>
          </table>
        )}
        {isRead && found.length === 0 && (
          <EmptyState
            icon={<Wallet />}
            title={`No balance matches “${state.query}”.`}
            action={
              <Button onClick={() => pushUrl(hrefForBalances({ ...state, query: '' }))}>Show all</Button>
            }
          >
            Balances are found by profile, currency, name of the jar and amount.
          </EmptyState>
        )}
        {!isReading && all.length === 0 && failed.length === 0 && !profiles.error && (
          <EmptyState
            icon={<Wallet />}
            title={wanted.length === 0 ? 'No profile is chosen.' : 'No balance here.'}
          >
            {wanted.length === 0
              ? 'No business is connected. Choose a profile with the filter above.'
              : 'Nobody has opened a balance on this profile. They are opened on wise.com.'}
          </EmptyState>
        )}
      </div>
      {toppedUp && (
        <TopUpDialog
          profileId={toppedUp.profileId}
          balance={toppedUp.balance}
          onClose={() => setToppedUp(undefined)}
        />
      )}
    </div>
  );
}
