import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { readPreferences } from '@/app/read-preferences';
import { AuditPage } from '@/components/audit/audit-page';
import { parseAuditState, toAuditQuery } from '@/lib/client/audit/audit-state';
import { auditKeys } from '@/lib/client/audit/queries';
import { hydratedQuery } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { getAuditHead, listAudit } from '@/lib/contracts/audit';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Audit trail' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const [search, { timeZone = 'UTC' }] = await Promise.all([searchParams, readPreferences()]);
  const query = toAuditQuery(parseAuditState(toSearchParams(search)), timeZone);
  const [list, head] = await Promise.all([
    prefetchEndpoint(listAudit, { query }),
    prefetchEndpoint(getAuditHead),
  ]);
  return (
    <HydrationBoundary state={hydratedQuery(auditKeys.list(query), list)}>
      <HydrationBoundary state={hydratedQuery(auditKeys.head, head)}>
        <AuditPage />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
