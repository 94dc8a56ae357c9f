'use client';
import { Layers } from 'lucide-react';
import { DetailStates } from '@/components/feedback/detail-states';
import { ErrorState } from '@/components/feedback/error-state';
import { NotYours } from '@/components/feedback/not-yours';
import { useBatchGroup } from '@/lib/client/batch-groups/queries';
import { useCan } from '@/lib/client/session/session-provider';
import type { BatchGroupPath } from '@/lib/contracts/batch-groups';
import { formatId } from '@/lib/format/ids';
import { GroupRun } from './group-run';

export function BatchGroupPage({ path }: { path: BatchGroupPath }) {
  const mayRead = useCan('batch-groups.read');
  if (mayRead) return <BatchGroup path={path} />;
  return (
    <NotYours title="Batch group">
      Payments in batches are prepared by operations. A branch hands out cards.
    </NotYours>
  );
}

function BatchGroup({ path }: { path: BatchGroupPath }) {
  const { data, error, refetch, isFetching } = useBatchGroup(path);
  if (data)
    return (
      <GroupRun
        group={data}
        path={path}
        notRead={
          error && (
            <ErrorState
              error={error}
              title="This group could not be read again."
              onRetry={() => void refetch()}
              busy={isFetching}
            />
          )
        }
      />
    );
  return (
    <DetailStates
      crumbs={[{ label: 'Batch groups', href: '/batch-groups' }, { label: formatId(path.batchGroupId) }]}
      noun="batch group"
      title="Batch group"
      error={error}
      onRetry={() => void refetch()}
      busy={isFetching}
      missing={{
        icon: <Layers />,
        title: 'No batch group here',
        advice: 'Search the register for its name, its profile or Wise’s id.',
      }}
    />
  );
}
