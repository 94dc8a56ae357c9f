'use client';
import { useEffect, useState } from 'react';
import { CardNumber } from '@/components/cards/card-number';
import { Button } from '@/components/ui/button';
import { StatusMark } from '@/components/ui/status';
import { isStuck } from '@/lib/catalogues/kiosk-health';
import { useCardProduction } from '@/lib/client/kiosks/queries';
import Link from 'next/link';
import type { PrintJob } from '@/lib/contracts/card-productions';
import { formatDuration } from '@/lib/format/durations';
import { hrefOfJob, lookOfJob } from '../job-words';

interface JobInHandProps {
  job: PrintJob;
  medianMs: number | null;
  asOf: string;
}

/** What a kiosk prints: how long already, against what it usually takes. */
export function JobInHand({ job, medianMs, asOf }: JobInHandProps) {
  const elapsedMs = useElapsed(job.occurredAt ?? job.createdAt, asOf);
  const read = useCardProduction({ profileId: job.profileId, cardToken: job.cardToken }, { isWanted: false });
  const isLate = job.state === 'printing' && isStuck(elapsedMs, medianMs);
  const spanMs = Math.max(elapsedMs, (medianMs ?? 0) * 1.6, 1);
  return (
    <div data-boxed className="grid gap-2 rounded-md border border-line bg-sunken px-3 py-2.5">
      <p className="flex justify-between gap-3">
        <Link prefetch={false} href={hrefOfJob(job.id)} className="min-w-0 truncate font-label text-ink">
          {job.cardHolderName ?? 'A card'}
        </Link>
        <CardNumber lastFourDigits={job.lastFourDigits ?? ''} />
      </p>
      <p className="flex justify-between gap-3">
        <StatusMark look={lookOfJob(job)} />
        <span className="text-ink-2 tabular">
          {formatDuration(elapsedMs)}
          {medianMs !== null && job.state === 'printing' && ` of about ${formatDuration(medianMs)}`}
        </span>
      </p>
      {job.state === 'printing' && (
        <div className="relative h-1.5 rounded-full bg-line" aria-hidden="true">
          <span
            className={`absolute inset-y-0 left-0 rounded-full ${isLate ? 'bg-warn' : 'bg-busy'}`}
            style={{ width: `${(elapsedMs / spanMs) * 100}%` }}
          />
          {medianMs !== null && (
            <span
              className="absolute -inset-y-0.5 w-0.5 bg-ink"
              style={{ left: `${(medianMs / spanMs) * 100}%` }}
            />
          )}
        </div>
      )}
      <p className="text-meta text-ink-3">
        {job.state === 'waiting' && 'Get the printer ready: it starts by itself. Do not send it again. '}
        {job.state === 'unknown' && 'Wise’s answer was lost. A second send could print it twice. '}
        {isLate && 'Look for a card in the hopper before doing anything else. '}
        {job.sentBy === null ? 'Sent elsewhere' : `Sent by ${job.sentBy}`}
      </p>
      {(isLate || job.state === 'unknown' || job.state === 'waiting') && (
        <Button
          size="sm"
          className="justify-self-start"
          busy={read.isFetching}
          onClick={() => void read.refetch()}
        >
          Ask Wise again
        </Button>
      )}
    </div>
  );
}

/** Counts on by this clock from the moment the server told. */
function useElapsed(since: string, asOf: string): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const [start, setStart] = useState({ asOf, tick });
  if (start.asOf !== asOf) setStart({ asOf, tick });
  return Math.max(0, Date.parse(asOf) - Date.parse(since) + (tick - start.tick) * 1000);
}
