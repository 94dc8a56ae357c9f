'use client';
import { Download, Printer, SearchX } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button, ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import {
  countJobFilters,
  hrefForJobs,
  type JobsState,
  parseJobsState,
  toJobFilters,
} from '@/lib/client/kiosks/jobs-state';
import { usePrintJobs } from '@/lib/client/kiosks/queries';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { pushUrl } from '@/lib/client/url/write-url';
import { JobFilters } from './job-filters';
import { JobRows } from './job-rows';

const ExportDialog = dynamic(() => import('./export-dialog').then((module) => module.ExportDialog), {
  ssr: false,
});

export function JobsPage() {
  const mayRead = useCan('kiosks.read');
  const state = parseJobsState(useSearchParams());
  if (mayRead) return <Jobs state={state} />;
  return <NotYours title="Print jobs">Cards are printed in branches. Their managers see the jobs.</NotYours>;
}

function Jobs({ state }: { state: JobsState }) {
  const mayExport = useCan('kiosks.export');
  const [isExporting, setExporting] = useState(false);
  const jobs = usePrintJobs(toJobFilters(state));
  useKeys(mayExport ? { e: () => setExporting(true) } : {});
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Kiosks', href: '/kiosks' }, { label: 'Jobs' }]}
        title="Print jobs"
        actions={
          <>
            <LiveMark asOf={jobs.data?.pages[0]?.asOf} />
            {mayExport && (
              <Button size="sm" icon={<Download />} onClick={() => setExporting(true)}>
                Export CSV
              </Button>
            )}
          </>
        }
      />
      <JobFilters state={state} />
      <Found state={state} jobs={jobs} />
      {isExporting && <ExportDialog state={state} onClose={() => setExporting(false)} />}
    </>
  );
}

function Found({ state, jobs }: { state: JobsState; jobs: ReturnType<typeof usePrintJobs> }) {
  const { data, error, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage, refetch } = jobs;
  if (!data)
    return error ? (
      <ErrorState
        className="mx-(--gutter)"
        error={error}
        title="The jobs could not be read."
        onRetry={() => void refetch()}
        busy={isFetching}
      />
    ) : (
      <div aria-busy aria-label="Reading the jobs" className="grid animate-late gap-4 px-(--gutter) py-5">
        <Bar className="w-[64%]" />
        <Bar className="w-[72%]" />
        <Bar className="w-[58%]" />
        <Bar className="w-[66%]" />
      </div>
    );
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Nothing state={state} />;
  return (
    <div className="px-(--gutter) py-2">
      <JobRows label="Print jobs" jobs={items} withKiosk />
      {hasNextPage && (
        <Button className="mt-2" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}

function Nothing({ state }: { state: JobsState }) {
  if (countJobFilters(state) > 0)
    return (
      <EmptyState
        icon={<SearchX />}
        title="No job is like that."
        action={
          <Button onClick={() => pushUrl(hrefForJobs({ branch: state.branch, kiosk: state.kiosk }))}>
            Take the filters off
          </Button>
        }
      >
        Days are counted in UTC, both included.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<Printer />}
      title="Nothing was printed here yet."
      action={<ButtonLink href="/kiosks">To the board</ButtonLink>}
    >
      Cards that wait for a kiosk stand on the board. What is sent from there is listed here.
    </EmptyState>
  );
}
