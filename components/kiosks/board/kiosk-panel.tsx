'use client';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Pill } from '@/components/ui/status';
import { isCentral, kioskErrorOf } from '@/lib/catalogues/kiosk-errors';
import { kioskHealthLooks, stopAfterSame } from '@/lib/catalogues/kiosk-health';
import type { PrintJob } from '@/lib/contracts/card-productions';
import type { BoardKiosk } from '@/lib/contracts/kiosk-board';
import { formatDuration } from '@/lib/format/durations';
import { CardNumber } from '@/components/cards/card-number';
import { FixCard } from '../fix-card';
import { PrintSteps } from '../print-steps';
import type { CardToSend } from '../send/send-dialog';
import { JobInHand } from './job-in-hand';
import { JobRows } from '../jobs/job-rows';
import { LastTwelve } from './last-twelve';

interface KioskPanelProps {
  kiosk: BoardKiosk;
  placeOf: (kioskId: string) => string;
  asOf: string;
  onSend: ((card: CardToSend, kioskId?: string) => void) | undefined;
}

export const cardOfJob = (job: PrintJob): CardToSend => ({
  profileId: job.profileId,
  cardToken: job.cardToken,
  lastFourDigits: job.lastFourDigits ?? '',
  cardHolderName: job.cardHolderName,
});

/** One kiosk: how it does, what it prints, what is to be mended, what it printed last. */
export function KioskPanel({ kiosk, placeOf, asOf, onSend }: KioskPanelProps) {
  const { health, id, inHand, latest, outcomes, place, toFix } = kiosk;
  return (
    <section
      data-kiosk={id}
      aria-label={`${place}, ${id}`}
      className="-mr-px -mb-px grid content-start gap-3 border-r border-b border-line px-(--gutter) py-3.5"
    >
      <header className="flex items-start gap-3">
        <h2 className="mr-auto min-w-0">
          <Link prefetch={false} href={`/kiosks/${id}`} className="text-ink">
            {place} <span className="code font-normal text-ink-3">{id}</span>
          </Link>
        </h2>
        <Pill look={kioskHealthLooks[health.state]} />
      </header>
      <p className="text-meta text-ink-3">
        {health.because}
        {health.state === 'stop' && kiosk.instead !== null && ` Send to ${placeOf(kiosk.instead)} instead.`}
      </p>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <Figure
          value={health.successRate === null ? 'none' : `${(health.successRate * 100).toFixed(1)}%`}
          label="printed, 30 days"
        />
        <Figure value={health.medianMs === null ? 'none' : formatDuration(health.medianMs)} label="median" />
        <LastTwelve outcomes={outcomes} running={inHand.length} />
      </div>
      {inHand.map((job) => (
        <JobInHand key={job.id} job={job} medianMs={health.medianMs} asOf={asOf} />
      ))}
      {toFix && <ToFix kiosk={kiosk} job={toFix} placeOf={placeOf} onSend={onSend} />}
      {latest.length === 0 ? (
        <p className="text-meta text-ink-3">Nothing was printed here yet.</p>
      ) : (
        <JobRows label="Last jobs" jobs={latest} />
      )}
    </section>
  );
}

const Figure = ({ value, label }: { value: string; label: string }) => (
  <div>
    <p className="text-head font-head tabular">{value}</p>
    <p className="text-meta text-ink-3">{label}</p>
  </div>
);

interface ToFixProps extends Pick<KioskPanelProps, 'kiosk' | 'placeOf' | 'onSend'> {
  job: PrintJob;
}

function ToFix({ kiosk, job, placeOf, onSend }: ToFixProps) {
  if (job.errorStatus === null) return null;
  const { place, retry } = kioskErrorOf(job.errorStatus, job.errorCode);
  const { instead } = kiosk;
  const same = kiosk.health.sameFaultInARow;
  const acts = (
    <div className="flex flex-wrap items-center gap-2">
      {onSend && retry !== 'by-itself' && (
        <Button variant="primary" onClick={() => onSend(cardOfJob(job), kiosk.id)}>
          Done, print again…
        </Button>
      )}
      {onSend && instead !== null && !isCentral(place) && (
        <Button onClick={() => onSend(cardOfJob(job), instead)}>Send to {placeOf(instead)}…</Button>
      )}
      <PrintSteps
        isIcon
        status={job.errorStatus}
        code={job.errorCode}
        kiosk={`${kiosk.place}, ${kiosk.id}`}
      />
    </div>
  );
  return (
    <FixCard status={job.errorStatus} code={job.errorCode} acts={acts}>
      <p className="text-ink-2">
        <CardNumber lastFourDigits={job.lastFourDigits ?? ''} /> {job.cardHolderName ?? ''} waits.
        {same >= stopAfterSame && ` ${same} times in a row: ring the engineer if it comes back.`}
      </p>
    </FixCard>
  );
}
