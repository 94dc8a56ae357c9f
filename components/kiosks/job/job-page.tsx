'use client';
import { Printer } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { CardNumber } from '@/components/cards/card-number';
import { DetailStates } from '@/components/feedback/detail-states';
import { LiveMark } from '@/components/feedback/live-mark';
import { Button } from '@/components/ui/button';
import { type Fact, Facts } from '@/components/ui/facts';
import { DetailBody, PageHeader, Section } from '@/components/ui/page';
import { Pill } from '@/components/ui/status';
import { plasticPlaceWords } from '@/lib/catalogues/printing';
import { useKeys } from '@/lib/client/keys/use-keys';
import { usePrintJob } from '@/lib/client/kiosks/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { PrintJobDetail } from '@/lib/contracts/kiosk-board';
import { formatDuration } from '@/lib/format/durations';
import { formatDetailTime } from '@/lib/format/times';
import { cardOfJob } from '../board/kiosk-panel';
import { FixCard } from '../fix-card';
import { lookOfJob } from '../job-words';
import { JobRows } from '../jobs/job-rows';
import { PrintSteps, printFirstSteps } from '../print-steps';
import { JobTimeline } from './job-timeline';

const SendDialog = dynamic(() => import('../send/send-dialog').then((module) => module.SendDialog), {
  ssr: false,
});
const toBoard = { label: 'Kiosks', href: '/kiosks' as const };

export function JobPage({ jobId }: { jobId: string }) {
  const { data, error, refetch, isFetching } = usePrintJob(jobId);
  if (data) return <Job detail={data} />;
  return (
    <DetailStates
      crumbs={[toBoard, { label: 'Job' }]}
      noun="job"
      title="Job"
      error={error}
      onRetry={() => void refetch()}
      busy={isFetching}
      missing={{ icon: <Printer />, title: 'No job here', advice: 'Jobs of your branches are on the board.' }}
    />
  );
}

function Job({ detail }: { detail: PrintJobDetail }) {
  const { asOf, job, tries } = detail;
  const timeZone = useTimeZone();
  const maySend = useCan('production.send');
  const [isSending, setSending] = useState(false);
  useKeys({ i: () => printFirstSteps() });
  const isLast = tries.at(-1)?.id === job.id;
  const hasFault = job.errorStatus !== null && job.state !== 'printed' && job.state !== 'printing';
  return (
    <>
      <PageHeader
        crumbs={[
          toBoard,
          { label: job.kioskPlace ?? job.kioskId, href: { pathname: `/kiosks/${job.kioskId}` } },
          { label: `Try ${tries.findIndex(({ id }) => id === job.id) + 1}` },
        ]}
        title={
          <>
            {job.cardHolderName ?? 'A card'} <CardNumber lastFourDigits={job.lastFourDigits ?? ''} />
          </>
        }
        aside={<Pill look={lookOfJob(job)} />}
        actions={
          <>
            <LiveMark asOf={asOf} />
            {maySend && isLast && (hasFault || job.state === 'refused') && job.state !== 'waiting' && (
              <Button variant="primary" onClick={() => setSending(true)}>
                Print again…
              </Button>
            )}
          </>
        }
      />
      <Facts items={factsOf(detail, timeZone)} />
      <DetailBody side={<JobTimeline detail={detail} />} sideLabel="Timeline">
        {hasFault && (
          <Section title="What to do">
            <FixCard
              status={job.errorStatus ?? ''}
              code={job.errorCode}
              isFull
              acts={
                <div>
                  <PrintSteps
                    status={job.errorStatus ?? ''}
                    code={job.errorCode}
                    kiosk={`${job.kioskPlace ?? ''} ${job.kioskId}`.trim()}
                  />
                </div>
              }
            />
          </Section>
        )}
        {job.state === 'unknown' && (
          <Section title="What to do">
            <p className="text-ink-2">
              Wise’s answer was lost, so nobody knows whether the kiosk took the card. The console asks Wise
              by itself. Look into the trays, and do not send the card again before this says what became of
              it.
            </p>
          </Section>
        )}
        {job.state === 'refused' && job.errorStatus === null && (
          <Section title="What to do">
            <p className="text-ink-2">
              Wise’s answer was lost, and Wise later knew nothing of this try. Search the trays of every kiosk
              here before the card is sent again.
            </p>
          </Section>
        )}
        {job.whatWasDone !== null && (
          <Section title="Said before this try">
            <p>{job.whatWasDone}</p>
            {job.previousPlastic && <p className="text-ink-2">{plasticPlaceWords[job.previousPlastic]}.</p>}
          </Section>
        )}
        {tries.length > 1 && (
          <Section title={`${tries.length} tries of this card`}>
            <JobRows label="Tries of this card" jobs={tries} withKiosk currentId={job.id} />
            <p className="mt-1.5 text-ink-2">
              Two tries, then the engineer: each further one names who agreed.
            </p>
          </Section>
        )}
        {job.state === 'printed' && (
          <Section title="Printed">
            <p className="text-ink-2">
              Hand it over on the{' '}
              <Link prefetch={false} href={`/cards/${job.profileId}/${job.cardToken}`}>
                card’s page
              </Link>{' '}
              once the holder is here.
            </p>
          </Section>
        )}
      </DetailBody>
      {isSending && (
        <SendDialog
          card={cardOfJob(job)}
          branchId={job.branchId ?? undefined}
          kioskId={job.kioskId}
          onClose={() => setSending(false)}
        />
      )}
    </>
  );
}

const factsOf = ({ branchName, job }: PrintJobDetail, timeZone: string): Fact[] => [
  { label: 'Kiosk', value: `${job.kioskPlace ?? ''} ${job.kioskId}`.trim() },
  { label: 'Branch', value: branchName ?? 'not known' },
  { label: 'Sent', value: <time dateTime={job.createdAt}>{formatDetailTime(job.createdAt, timeZone)}</time> },
  { label: 'By', value: job.sentBy ?? 'elsewhere, not from here' },
  { label: 'Took', value: job.durationMs === null ? '–' : formatDuration(job.durationMs) },
  {
    label: 'Card',
    value: (
      <Link prefetch={false} href={`/cards/${job.profileId}/${job.cardToken}`}>
        Open the card
      </Link>
    ),
  },
];
