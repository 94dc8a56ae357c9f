'use client';
import { Printer } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { DetailStates } from '@/components/feedback/detail-states';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Select } from '@/components/ui/field';
import { DetailBody, PageHeader, Section } from '@/components/ui/page';
import { Pill } from '@/components/ui/status';
import { faultPlaces } from '@/lib/catalogues/kiosk-errors/kiosk-error';
import { kioskHealthLooks } from '@/lib/catalogues/kiosk-health';
import { printJobLooks, printJobStates } from '@/lib/catalogues/printing';
import { useKioskFigures, useKioskJobs } from '@/lib/client/kiosks/queries';
import { hrefOf, pushUrl } from '@/lib/client/url/write-url';
import type { KioskFigures } from '@/lib/contracts/kiosk-board';
import { formatDuration } from '@/lib/format/durations';
import { JobRows } from '../board/job-rows';
import { placeWords } from '../fault-words';
import { DayChart } from './day-chart';
import { FaultBars } from './fault-bars';

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
      <DetailBody side={<FaultBars faults={faults} kioskId={kiosk.id} />} sideLabel="Faults">
        <DayChart days={days} kioskId={kiosk.id} />
        <Jobs kioskId={kiosk.id} />
      </DetailBody>
    </>
  );
}

const isDay = (text: string | null) => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

function Jobs({ kioskId }: { kioskId: string }) {
  const search = useSearchParams();
  const state = printJobStates.find((known) => known === search.get('state'));
  const family = faultPlaces.find((known) => known === search.get('family'));
  const day = search.get('day');
  const filters = {
    ...(state && { state }),
    ...(family && { family }),
    ...(day !== null && isDay(day) && { from: day, to: day }),
  };
  const jobs = useKioskJobs(kioskId, filters);
  const go = (change: Record<string, string>) =>
    pushUrl(
      hrefOf(`/kiosks/${kioskId}`, { state: state ?? '', family: family ?? '', day: day ?? '', ...change }),
    );
  const items = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title="Jobs"
      end={
        <>
          <Select
            aria-label="State"
            className="w-[150px]"
            value={state ?? ''}
            onChange={({ target }) => go({ state: target.value })}
          >
            <option value="">Every state</option>
            {printJobStates.map((one) => (
              <option key={one} value={one}>
                {printJobLooks[one].word}
              </option>
            ))}
          </Select>
          <Select
            aria-label="Kind of fault"
            className="w-[160px]"
            value={family ?? ''}
            onChange={({ target }) => go({ family: target.value })}
          >
            <option value="">Any fault or none</option>
            {faultPlaces.map((one) => (
              <option key={one} value={one}>
                {placeWords[one]}
              </option>
            ))}
          </Select>
          {Object.keys(filters).length > 0 && (
            <Button size="sm" variant="quiet" onClick={() => go({ state: '', family: '', day: '' })}>
              Show all
            </Button>
          )}
        </>
      }
    >
      {jobs.error && !jobs.data ? (
        <ErrorState
          error={jobs.error}
          title="The jobs could not be read."
          onRetry={() => void jobs.refetch()}
          busy={jobs.isFetching}
        />
      ) : jobs.data && items.length === 0 ? (
        <p className="text-ink-2">No job is like that.</p>
      ) : (
        <div aria-busy={jobs.isPending}>{jobs.data && <JobRows jobs={items} />}</div>
      )}
      {jobs.hasNextPage && (
        <Button className="mt-2" busy={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Section>
  );
}
