'use client';
import { Copyable } from '@/components/ui/copyable';
import { KeyValues } from '@/components/ui/facts';
import { Section } from '@/components/ui/page';
import { useSession } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { formatDetailTime } from '@/lib/format/times';
import { useDeadline } from '../use-deadline';

export function PeopleSection({ group }: { group: BatchGroupDetail }) {
  const timeZone = useTimeZone();
  const { person } = useSession();
  const { owner, startedAt, startedBy, transfersEndAt, wiseId, wiseReadAt, wiseStatus } = group;
  const deadline = useDeadline(transfersEndAt);
  const moment = (at: string) => <time dateTime={at}>{formatDetailTime(at, timeZone)}</time>;
  return (
    <>
      {transfersEndAt !== null && (
        <Section title="To be funded by">
          <p className="font-strong">
            {moment(transfersEndAt)}
            {deadline && (
              <span className={deadline.isClose ? 'text-warn' : 'text-ink-2'}>, {deadline.words}</span>
            )}
          </p>
          <p className="text-ink-2">
            Wise cancels transfers that nobody has funded 14 days after they were made.
          </p>
        </Section>
      )}
      <Section title="Who and where">
        <KeyValues
          items={[
            { label: 'Owner', value: owner.id === person.id ? `${owner.name}, you` : owner.name },
            ...(startedAt === null
              ? []
              : [
                  { label: 'Sent by', value: startedBy ?? '–' },
                  { label: 'Sent since', value: moment(startedAt) },
                ]),
            { label: 'Profile', value: group.profileName },
            { label: 'Paid from', value: group.sourceCurrency },
            { label: 'Made', value: moment(group.createdAt) },
            {
              label: 'Wise’s id',
              value: wiseId === null ? 'not at Wise yet' : <Copyable value={wiseId} what="Wise’s id" />,
            },
            ...(wiseStatus === null
              ? []
              : [{ label: 'Wise’s status', value: <span className="code">{wiseStatus}</span> }]),
            ...(wiseReadAt === null ? [] : [{ label: 'Read from Wise', value: moment(wiseReadAt) }]),
          ]}
        />
      </Section>
    </>
  );
}
