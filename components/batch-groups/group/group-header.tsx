'use client';
import type { ReactNode } from 'react';
import { LiveMark } from '@/components/feedback/live-mark';
import { PageHeader } from '@/components/ui/page';
import { Pill } from '@/components/ui/status';
import { lookOfBatchGroupStatus } from '@/lib/catalogues/batch-statuses';
import { useSession } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { formatId } from '@/lib/format/ids';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { listedStatusOf, wordsOfWise } from '../group-words';

interface GroupHeaderProps {
  group: BatchGroupDetail;
  /** Undefined for who may only read. */
  actions: ReactNode;
}

export function GroupHeader({ group, actions }: GroupHeaderProps) {
  const timeZone = useTimeZone();
  const { person } = useSession();
  const { asOf, createdAt, id, name, origin, owner, profileId, profileName, sourceCurrency, wiseId } = group;
  const maker = owner.id === person.id ? 'you' : owner.name;
  return (
    <PageHeader
      crumbs={[
        { label: 'Batch groups', href: '/batch-groups' },
        { label: profileName, href: { pathname: '/batch-groups', query: { profileId } } },
        { label: formatId(wiseId ?? id) },
      ]}
      title={<span className="wrap-anywhere">{name}</span>}
      aside={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Pill look={lookOfBatchGroupStatus(listedStatusOf(group))} value={wordsOfWise(group)} />
          <span className="max-wide:hidden">
            paid from {sourceCurrency} · {origin === 'wise' ? 'made elsewhere, added' : 'made'} by {maker},{' '}
            <time dateTime={createdAt}>
              {formatTableTime(createdAt, timeZone)} {zoneName(timeZone, new Date(createdAt))}
            </time>
          </span>
        </span>
      }
      actions={
        <>
          <span className="max-narrow:hidden">
            <LiveMark asOf={asOf} />
          </span>
          {actions}
        </>
      }
    />
  );
}
