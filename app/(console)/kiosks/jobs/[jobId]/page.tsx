import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { JobPage } from '@/components/kiosks/job/job-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { kioskKeys } from '@/lib/client/kiosks/keys';
import { getPrintJob } from '@/lib/contracts/kiosk-board';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Print job' };

export default async function Page({ params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params;
  const job = await prefetchEndpoint(getPrintJob, { params: { jobId } });
  return (
    <HydrationBoundary state={hydratedQuery(kioskKeys.job(jobId), job)}>
      <JobPage key={jobId} jobId={jobId} />
    </HydrationBoundary>
  );
}
