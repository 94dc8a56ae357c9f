import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { StaffPage } from '@/components/staff/staff-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { staffKeys } from '@/lib/client/staff/queries';
import { listStaff } from '@/lib/contracts/staff';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Staff' };

export default async function Page() {
  const staff = await prefetchEndpoint(listStaff);
  return (
    <HydrationBoundary state={hydratedQuery(staffKeys.list, staff)}>
      <StaffPage />
    </HydrationBoundary>
  );
}
