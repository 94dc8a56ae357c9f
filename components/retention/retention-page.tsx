'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { PageHeader } from '@/components/ui/page';
import { whatStays } from '@/lib/catalogues/retention';
import { useRetention } from '@/lib/client/retention/queries';
import { useCan } from '@/lib/client/session/session-provider';
import type { RetentionRule } from '@/lib/contracts/retention';
import { RetentionTable } from './retention-table';

const ChangeDialog = dynamic(() => import('./change-dialog').then((module) => module.ChangeDialog), {
  ssr: false,
});

export function RetentionPage() {
  if (useCan('retention.read')) return <Rules />;
  return (
    <NotYours title="Retention">
      Administrators say how long things are kept. Ask one when that has to change.
    </NotYours>
  );
}

function Rules() {
  const mayWrite = useCan('retention.write');
  const { data, error, isFetching, refetch } = useRetention();
  const [changed, setChanged] = useState<RetentionRule>();
  return (
    <>
      <PageHeader title="Retention" titleInTopBar actions={<LiveMark asOf={data?.asOf} />} />
      <div className="border-t border-line px-(--gutter) py-3">
        <p className="max-w-[76ch] text-ink-2">
          What has passed its time is hidden at once and deleted for ever by the next run. {whatStays}
        </p>
      </div>
      {error && (
        <ErrorState
          className="mx-(--gutter) my-3"
          error={error}
          title={data ? 'Retention could not be read again.' : 'Retention could not be read.'}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {(data || !error) && (
        <RetentionTable rules={data?.items} onChange={mayWrite ? setChanged : undefined} />
      )}
      {changed && <ChangeDialog rule={changed} onClose={() => setChanged(undefined)} />}
    </>
  );
}
