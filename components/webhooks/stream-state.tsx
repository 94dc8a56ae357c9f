'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorState } from '@/components/feedback/error-state';
import { type Fact, Facts } from '@/components/ui/facts';
import { Bar } from '@/components/ui/skeleton';
import { StatusMark } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { refusalWords } from '@/lib/catalogues/webhook-deliveries';
import { wordsOfWebhookEvent } from '@/lib/catalogues/webhook-events';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { WebhookStream } from '@/lib/contracts/webhooks';
import { countOf, formatCount } from '@/lib/format/counts';
import { formatTableTime } from '@/lib/format/times';
import { sayHowItStands } from './stream-words';

/** Whether what Wise sends by itself tells everything, and what was turned away. */
export function StreamState({ stream }: { stream: UseQueryResult<WebhookStream> }) {
  const timeZone = useTimeZone();
  const { data, error, isFetching, refetch } = stream;
  if (!data && error) {
    return (
      <ErrorState
        className="mx-(--gutter) mb-3"
        error={error}
        title="How the stream stands could not be read."
        onRetry={() => void refetch()}
        busy={isFetching}
      />
    );
  }
  if (!data) {
    return (
      <div className="animate-late px-(--gutter) pt-1 pb-5" aria-busy="true">
        <Bar className="w-[46%]" />
      </div>
    );
  }
  return (
    <section aria-label="How the stream stands" className="flex-none">
      <Facts items={factsOf(data, timeZone)} />
    </section>
  );
}

function factsOf(stream: WebhookStream, timeZone: string): Fact[] {
  const { checks, failing, newestAt, notUnderstood, refused, waiting } = stream;
  const time = (at: string) => <time dateTime={at}>{formatTableTime(at, timeZone)}</time>;
  const { look, more } = sayHowItStands(checks);
  const refusedInAll = refused.reduce((sum, { count }) => sum + count, 0);
  const lastRefused = refused
    .map(({ lastAt }) => lastAt)
    .sort()
    .at(-1);
  const missed = checks.filter(({ missedAt }) => missedAt !== null);
  return [
    {
      label: 'Held against Wise',
      value: (
        <span title={missed.map((one) => `${wordsOfWebhookEvent(one.eventType)}: ${one.missed}`).join('\n')}>
          <StatusMark look={look} />{' '}
          {more && (
            <span className="text-ink-2">
              {more.words} {more.at && time(more.at)}
            </span>
          )}
        </span>
      ),
    },
    { label: 'Newest delivery', value: newestAt === null ? 'none yet' : time(newestAt) },
    {
      label: 'Not taken in yet',
      value:
        failing > 0 ? (
          <UrlLink href="/webhooks?state=failing">{formatCount(failing)} tried again later</UrlLink>
        ) : (
          formatCount(waiting)
        ),
    },
    {
      label: 'Not understood',
      value:
        notUnderstood > 0 ? (
          <UrlLink href="/webhooks?outcome=not-understood">{formatCount(notUnderstood)}</UrlLink>
        ) : (
          'none'
        ),
    },
    {
      label: 'Refused in 30 days',
      value:
        lastRefused === undefined ? (
          'none'
        ) : (
          <span title={refused.map(({ count, reason }) => wordsOfRefusal(reason, count)).join('\n')}>
            {countOf(refusedInAll, 'request')}, last {time(lastRefused)}:{' '}
            <span className="text-ink-2">
              {refused.map(({ count, reason }) => wordsOfRefusal(reason, count)).join(', ')}
            </span>
          </span>
        ),
    },
  ];
}

const wordsOfRefusal = (reason: string, count: number): string =>
  `${formatCount(count)} ${refusalWords[reason] ?? reason}`;
