'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { DetailBody, PageHeader } from '@/components/ui/page';
import { useOverview } from '@/lib/client/overview/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { formatLongDay } from '@/lib/format/times';
import { BulkLately } from './bulk-lately';
import { BranchWelcome } from './branch-welcome';
import { CardCounts } from './card-counts';
import { ChangedLately } from './changed-lately';
import { FindCard } from './find-card';
import { NeedsYou } from './needs-you';
import { PendingSections } from './pending-sections';
import { WiseConnection } from './wise-connection';

export function OverviewPage() {
  const ownBranches = useOwnBranches();
  const mayFreeze = useCan('cards.freeze');
  const timeZone = useTimeZone();
  const { data, error, refetch, isFetching } = useOverview();
  return (
    <>
      <PageHeader
        title="Overview"
        titleInTopBar
        {...(data && { aside: formatLongDay(data.asOf, timeZone) })}
        actions={<LiveMark asOf={data?.asOf} />}
      />
      <DetailBody
        sideLabel="How things stand"
        side={
          data ? (
            <>
              <CardCounts
                title={ownBranches ? `Cards of ${ownBranches}` : 'Cards'}
                counts={data.cardCounts}
                total={data.cardsTotal}
              />
              <WiseConnection wise={data.wise} />
            </>
          ) : (
            !error && <PendingSections titles={['Cards', 'Connection to Wise']} />
          )
        }
      >
        <FindCard opened={data?.recentlyOpened ?? []} />
        {error && (
          <ErrorState
            className="my-3"
            error={error}
            {...(data ? { title: 'What is shown could not be read again.' } : {})}
            onRetry={() => void refetch()}
            busy={isFetching}
          />
        )}
        {data ? (
          <>
            <NeedsYou items={data.needsYou} />
            {mayFreeze && <BulkLately />}
            {ownBranches !== undefined && data.cardsTotal === 0 ? (
              <BranchWelcome branches={ownBranches} />
            ) : (
              <ChangedLately cards={data.recentlyChanged} />
            )}
          </>
        ) : (
          !error && <PendingSections titles={['Needs you now', 'Changed lately']} />
        )}
      </DetailBody>
    </>
  );
}
