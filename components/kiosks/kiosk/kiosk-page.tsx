'use client';
import { Printer } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { DetailStates } from '@/components/feedback/detail-states';
import { LiveMark } from '@/components/feedback/live-mark';
import { Facts } from '@/components/ui/facts';
import { DetailBody, PageHeader, Section } from '@/components/ui/page';
import { Pill } from '@/components/ui/status';
import { kioskHealthLooks } from '@/lib/catalogues/kiosk-health';
import { hrefForJobs } from '@/lib/client/kiosks/jobs-state';
import { useKioskFigures } from '@/lib/client/kiosks/queries';
import type { KioskFigures } from '@/lib/contracts/kiosk-board';
import { formatDuration } from '@/lib/format/durations';
import { FaultBars } from '../figures/fault-bars';
import { OutcomeDays } from '../figures/outcome-days';
import { JobRows } from '../jobs/job-rows';

export function KioskPage({ kioskId }: { kioskId: string }) {
  const { data, error, refetch, isFetching } = useKioskFigures(kioskId);
  if (data) return <Kiosk figures={data} />;
  return (
    <DetailStates
      crumbs={[{ label: 'Kiosks', href: '/kiosks' }, { label: kioskId }]}
      noun="kiosk"
      title="Kiosk"
      error={error}
      onRetry={() => void refetch()}
      busy={isFetching}
      missing={{
        icon: <Printer />,
        title: 'No kiosk here',
        advice: 'Kiosks of your branches are on the board.',
      }}
    />
  );
}

function Kiosk({ figures }: { figures: KioskFigures }) {
  const { asOf, days, faults, kiosk } = figures;
  const { health } = kiosk;
  const of = { kiosk: kiosk.id };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Kiosks', href: '/kiosks' },
          { label: kiosk.branchName, href: { pathname: '/kiosks', query: { branch: kiosk.branchId } } },
          { label: kiosk.id },
        ]}
        title={kiosk.place}
        aside={<Pill look={kioskHealthLooks[health.state]} />}
        actions={<LiveMark asOf={asOf} />}
      />
      <Facts
        items={[
          { label: 'How it does', value: health.because },
          {
            label: 'Printed, 30 days',
            value: health.successRate === null ? 'none' : `${(health.successRate * 100).toFixed(1)}%`,
          },
          { label: 'Jobs ended', value: String(health.ended) },
          { label: 'Median', value: health.medianMs === null ? 'none' : formatDuration(health.medianMs) },
        ]}
      />
      <DetailBody side={<FaultBars faults={faults} days={days} of={of} />} sideLabel="Faults">
        <OutcomeDays days={days} of={of} />
        <Section
          title="Last jobs"
          end={
            <Link prefetch={false} href={hrefForJobs(of) as Route}>
              All jobs of this kiosk
            </Link>
          }
        >
          {kiosk.latest.length === 0 ? (
            <p className="text-ink-2">Nothing was printed here yet.</p>
          ) : (
            <JobRows label="Last jobs" jobs={kiosk.latest} />
          )}
        </Section>
      </DetailBody>
    </>
  );
}
