'use client';
import { Pause, Play, RotateCcw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { PageHeader, Section } from '@/components/ui/page';
import { useBulkChange, useMoveBulkChange } from '@/lib/client/bulk/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BulkChange } from '@/lib/contracts/bulk';
import { countOf } from '@/lib/format/counts';
import { formatDetailTime } from '@/lib/format/times';
import { ProgressBar } from './progress-bar';
import { ResultTable } from './result-table';
import { canBeTriedAgain, tellTimeLeft, titleOf } from './result-words';

const BulkBlockDialog = dynamic(
  () => import('./bulk-block-dialog').then((module) => module.BulkBlockDialog),
  { ssr: false },
);
const BulkDialog = dynamic(() => import('./bulk-dialog').then((module) => module.BulkDialog), { ssr: false });

export function BulkPage({ bulkId }: { bulkId: string }) {
  const { data, error, isFetching, refetch } = useBulkChange(bulkId);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Cards', href: '/cards' }, { label: 'Many at once' }]}
        title={data ? titleOf(data) : 'Many cards at once'}
        actions={<LiveMark asOf={data?.asOf} />}
      />
      {error && (
        <ErrorState
          className="mx-(--gutter) my-3"
          error={error}
          title={data ? 'This could not be read again.' : 'This could not be read.'}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {data ? (
        <Results bulk={data} />
      ) : (
        !error && (
          <table className="data-table" aria-busy="true">
            <tbody>
              <PendingRows columns={['', '', '']} rows={8} />
            </tbody>
          </table>
        )
      )}
    </>
  );
}

function Results({ bulk }: { bulk: BulkChange }) {
  const timeZone = useTimeZone();
  const move = useMoveBulkChange(bulk.id);
  const [isTrying, setTrying] = useState(false);
  const again = bulk.cards.filter(canBeTriedAgain);
  const choice = again.map(({ cardToken, profileId }) => ({ profileId, token: cardToken }));
  const left = tellTimeLeft(bulk, Date.parse(bulk.asOf));
  const isUnderWay = bulk.finishedAt === null;

  return (
    <>
      <Facts
        items={[
          { label: 'Reason', value: bulk.reason ?? '–' },
          { label: 'Begun by', value: bulk.startedBy },
          { label: 'Begun', value: formatDetailTime(bulk.startedAt, timeZone) },
        ]}
      />
      <div className="border-t border-line px-(--gutter)">
        <Section
          title={isUnderWay ? (bulk.stoppedAt ? 'Stopped' : 'Under way') : 'Ended'}
          end={
            isUnderWay ? (
              <Button
                size="sm"
                icon={bulk.stoppedAt ? <Play /> : <Pause />}
                busy={move.isPending}
                onClick={() => move.mutate(bulk.stoppedAt ? 'resume' : 'stop')}
              >
                {bulk.stoppedAt ? 'Go on' : 'Stop'}
              </Button>
            ) : (
              again.length > 0 && (
                <Button size="sm" icon={<RotateCcw />} onClick={() => setTrying(true)}>
                  Try {countOf(again.length, 'card')} again…
                </Button>
              )
            )
          }
        >
          <ProgressBar bulk={bulk} />
          <p className="mt-2 text-meta text-ink-3">
            {isUnderWay
              ? bulk.stoppedAt
                ? 'Nothing more happens until somebody lets it go on. What is done stays done.'
                : ['You can leave this page', left].filter(Boolean).join(' · ')
              : `Ended ${formatDetailTime(bulk.finishedAt ?? '', timeZone)}`}
          </p>
          {move.error && <ErrorState className="mt-2" error={move.error} />}
          {!isUnderWay && bulk.counts.refused + bulk.counts['not-done'] > 0 && (
            <Notice
              className="mt-3"
              tone="warn"
              title={`${countOf(bulk.counts.refused + bulk.counts['not-done'], 'card')} did not change.`}
            >
              Each says why below. The others are done.
            </Notice>
          )}
        </Section>
        <ResultTable bulk={bulk} />
        {isTrying && bulk.status === 'BLOCKED' && (
          <BulkBlockDialog cards={choice} onClose={() => setTrying(false)} />
        )}
        {isTrying && bulk.status !== 'BLOCKED' && (
          <BulkDialog
            act={bulk.status === 'FROZEN' ? 'freeze' : 'unfreeze'}
            cards={choice}
            onDone={() => setTrying(false)}
            onClose={() => setTrying(false)}
          />
        )}
      </div>
    </>
  );
}
