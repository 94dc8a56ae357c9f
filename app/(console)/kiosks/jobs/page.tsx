import type { Metadata } from 'next';
import { JobsPage } from '@/components/kiosks/jobs/jobs-page';

export const metadata: Metadata = { title: 'Print jobs' };

export default function Page() {
  return <JobsPage />;
}
