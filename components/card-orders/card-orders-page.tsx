'use client';
import { useQuery } from '@tanstack/react-query';
import { Package } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { ProfileConnectionNotice } from '@/components/connections/profile-connection-notice';
import { EndlessTable } from '@/components/data-table/endless-table';
import { EmptyState } from '@/components/feedback/empty-state';
import { NotYours } from '@/components/feedback/not-yours';
import { ReadAgain } from '@/components/feedback/read-again';
import { ProfileSelect } from '@/components/profiles/profile-select';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page';
import { hrefForCardOrders, profileIdOf } from '@/lib/client/card-orders/list-state';
import { useCardOrderList } from '@/lib/client/card-orders/queries';
import { profilesOptions } from '@/lib/client/profiles/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { pushUrl } from '@/lib/client/url/write-url';
import { CardOrderHead, CardOrderRow, cardOrderColumns } from './card-order-rows';

export function CardOrdersPage() {
  const isEverywhere = useOwnBranches() === undefined;
  const mayRead = useCan('card-orders.read');
  if (mayRead && isEverywhere) return <CardOrders />;
  return (
    <NotYours title="Card orders">
      {mayRead
        ? 'Wise’s orders name no branch, so none can be shown to one yet.'
        : 'Your role does not include card orders.'}
    </NotYours>
  );
}

function CardOrders() {
  const profileId = profileIdOf(useSearchParams());
  const list = useCardOrderList(profileId);
  const profiles = useQuery(profilesOptions()).data?.items ?? [];
  const profile = profiles.find(({ id }) => id === profileId);
  const total = list.data?.pages[0]?.total;
  return (
    <div className="fit-page">
      <PageHeader
        title="Card orders"
        titleInTopBar
        aside={
          <>
            {total}
            {profile && <span className="hidden print:inline"> {profile.name}</span>}
          </>
        }
        actions={profileId !== '' && <ReadAgain list={list} />}
      />
      <FilterBar
        label="Card orders"
        search={
          <ProfileSelect
            profileId={profileId}
            profiles={profiles}
            onChoose={(chosen) => pushUrl(hrefForCardOrders(chosen))}
          />
        }
        controls={undefined}
        active={0}
        onClear={() => undefined}
      />
      {profileId !== '' && (
        <ProfileConnectionNotice profileIds={[profileId]} className="flex-none px-(--gutter) py-2" />
      )}
      {profileId === '' ? (
        <EmptyState icon={<Package />} title="No profile is chosen.">
          Choose one above to see the cards that are on order for it.
        </EmptyState>
      ) : (
        <EndlessTable
          label="Card orders"
          list={list}
          head={<CardOrderHead />}
          columns={cardOrderColumns}
          row={(order, index) => <CardOrderRow key={order.id} order={order} index={index} />}
          nothingFound={
            <EmptyState icon={<Package />} title="No card was ordered for this profile.">
              An order appears here as soon as Wise has taken it.
            </EmptyState>
          }
        />
      )}
    </div>
  );
}
