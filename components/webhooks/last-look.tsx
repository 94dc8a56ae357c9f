'use client';
import { Search } from 'lucide-react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { StatusMark } from '@/components/ui/status';
import { isWebhookEventUsed, webhookEventTypes, wordsOfWebhookEvent } from '@/lib/catalogues/webhook-events';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { useLookForGaps } from '@/lib/client/webhooks/mutations';
import type { WebhookStream } from '@/lib/contracts/webhooks';
import { countOf } from '@/lib/format/counts';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { lookWords, readAnyway } from './look-words';
import { lookOfCheck } from './stream-words';

type Check = WebhookStream['checks'][number];

/** What the last look at Wise found, kind by kind, and which kinds are not looked at. */
export function LastLook({ stream }: { stream: WebhookStream }) {
  const mayWrite = useCan('webhooks.write');
  const timeZone = useTimeZone();
  const look = useLookForGaps();
  const newest = stream.checks
    .map(({ checkedAt }) => checkedAt)
    .sort()
    .at(-1);
  const isOver = look.data !== undefined && newest !== undefined && newest >= look.data.askedAt;
  const isLooking = look.isPending || (look.isSuccess && !isOver);
  const compared = webhookEventTypes.filter((type) => lookWords[type] !== undefined);
  const others = webhookEventTypes.filter(
    (type) => isWebhookEventUsed(type) && !compared.includes(type) && !readAnyway.includes(type),
  );
  return (
    <div data-scroll className="min-h-0 flex-1 overflow-auto">
      <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-(--gutter) py-2">
        <p role="status" className="min-w-0 flex-1 text-meta text-ink-2">
          {isLooking
            ? 'Looking. You can leave this page.'
            : newest === undefined
              ? 'Not looked yet.'
              : `Looked ${formatTableTime(newest, timeZone)} ${zoneName(timeZone, new Date(newest))}, and each five minutes. A delivery may take three minutes to come, so what is younger is looked at next time.`}
        </p>
        {mayWrite && (
          <Button size="sm" icon={<Search />} busy={isLooking} onClick={() => look.mutate()}>
            {isLooking ? 'Looking' : 'Look now'}
          </Button>
        )}
      </div>
      {look.error && (
        <ErrorState className="mx-(--gutter) my-3" error={look.error} title="The console did not look." />
      )}
      <ul aria-label="What the last look found">
        {compared.map((type) => (
          <Kind
            key={type}
            type={type}
            how={lookWords[type] ?? ''}
            check={stream.checks.find(({ eventType }) => eventType === type)}
          />
        ))}
      </ul>
      <div className="grid max-w-[78ch] gap-2 px-(--gutter) py-3 text-ink-2">
        <p>
          <span className="font-label text-ink">Read anyway, not compared:</span>{' '}
          {readAnyway.map(wordsOfWebhookEvent).join('; ')}. A job reads each transfer and each direct debit
          that is on its way, so a delivery that does not come costs time and loses nothing.
        </p>
        <p>
          <span className="font-label text-ink">Not compared:</span>{' '}
          {others.map(wordsOfWebhookEvent).join('; ')}. These are read when somebody opens their page, or told
          by the delivery alone: the console does not find out that one is missing.
        </p>
      </div>
    </div>
  );
}

function Kind({ type, how, check }: { type: string; how: string; check: Check | undefined }) {
  const timeZone = useTimeZone();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-line-soft px-(--gutter) py-2 max-narrow:grid-cols-1">
      <div className="min-w-0">
        <h3>{wordsOfWebhookEvent(type)}</h3>
        <p className="text-ink-2">{how}</p>
      </div>
      <div className="text-right max-narrow:text-left">
        <StatusMark look={lookOfCheck(check)} />
        {check && (
          <p className="text-meta text-ink-3">
            {countOf(check.compared, 'thing')} compared
            {check.missedAt !== null &&
              `, ${check.missed} missed ${formatTableTime(check.missedAt, timeZone)} and read`}
          </p>
        )}
      </div>
    </li>
  );
}
