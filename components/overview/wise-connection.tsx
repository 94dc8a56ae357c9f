'use client';
import Link from 'next/link';
import { Section } from '@/components/ui/page';
import { KeyValues } from '@/components/ui/facts';
import { StatusMark } from '@/components/ui/status';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Overview } from '@/lib/contracts/overview';
import { formatCount } from '@/lib/format/counts';
import { dayKey, formatClock, formatTableTime, zoneName } from '@/lib/format/times';

export function WiseConnection({ wise }: { wise: Overview['wise'] }) {
  const timeZone = useTimeZone();
  const today = dayKey(new Date().toISOString(), timeZone);
  const moment = (iso: string) => (
    <time dateTime={iso}>
      {dayKey(iso, timeZone) === today ? formatClock(iso, timeZone) : formatTableTime(iso, timeZone)}
    </time>
  );
  const { lastEventAt, indexCompletedAt, indexRunning, profiles, connectedProfiles } = wise;
  const mayOpen = useCan('connections.read');
  const words = `${formatCount(connectedProfiles)} of ${formatCount(profiles)}`;
  const connected =
    connectedProfiles < profiles ? (
      <StatusMark look={{ word: words, tone: 'warn', mark: 'needs-a-hand' }} />
    ) : (
      words
    );
  return (
    <Section title="Connection to Wise" end={<span>Times in {zoneName(timeZone)}</span>}>
      <KeyValues
        items={[
          { label: 'Events', value: lastEventAt ? <>last {moment(lastEventAt)}</> : 'none so far' },
          {
            label: 'Requests in use',
            value: `${formatCount(wise.requestsThisMinute)} of ${formatCount(wise.requestsPerMinute)} a minute`,
          },
          {
            label: 'Index of cards',
            value: indexRunning ? (
              <StatusMark look={{ word: 'Being read', tone: 'busy', mark: 'moving' }} />
            ) : indexCompletedAt ? (
              <>complete {moment(indexCompletedAt)}</>
            ) : (
              'not read yet'
            ),
          },
          {
            label: 'Profiles connected',
            value: mayOpen ? (
              <Link prefetch={false} href="/settings/connections">
                {connected}
              </Link>
            ) : (
              connected
            ),
          },
        ]}
      />
    </Section>
  );
}
