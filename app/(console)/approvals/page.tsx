import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ApprovalsPage } from '@/components/approvals/approvals-page';
import { parseApprovalsState } from '@/lib/client/approvals/approvals-state';
import { approvalKeys } from '@/lib/client/approvals/queries';
import { hydratedQuery } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { listApprovals } from '@/lib/contracts/approvals';
import { requireSession } from '@/lib/server/auth/require-session';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Approvals' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const [{ consolePermissions }, search] = await Promise.all([requireSession(), searchParams]);
  const mayDecide = consolePermissions.includes('approvals.decide');
  const { view } = parseApprovalsState(toSearchParams(search), mayDecide);
  const list = await prefetchEndpoint(listApprovals, { query: { view } });
  return (
    <HydrationBoundary state={hydratedQuery(approvalKeys.list(view), list)}>
      <ApprovalsPage />
    </HydrationBoundary>
  );
}
