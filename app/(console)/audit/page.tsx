import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readPreferences } from '@/app/read-preferences';
import { AuditPage } from '@/components/audit/audit-page';
import { addressOfAudit, parseAuditState, toAuditQuery } from '@/lib/client/audit/audit-state';
import { auditKeys } from '@/lib/client/audit/queries';
import { hydratedQuery } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { viewKeys } from '@/lib/client/views/keys';
import { findOpeningView } from '@/lib/client/views/view-address';
import { getAuditHead, listAudit } from '@/lib/contracts/audit';
import { listViews } from '@/lib/contracts/views';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Audit trail' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const [record, { timeZone = 'UTC' }] = await Promise.all([searchParams, readPreferences()]);
  const search = toSearchParams(record);
  const state = parseAuditState(search);
  const query = toAuditQuery(state, timeZone);
  const [views, list, head] = await Promise.all([
    prefetchEndpoint(listViews, { query: { list: 'audit' } }),
    prefetchEndpoint(listAudit, { query }),
    prefetchEndpoint(getAuditHead),
  ]);
  const opening = findOpeningView(search, views);
  if (opening) redirect(addressOfAudit(state).hrefFor(opening.query, opening.id));
  return (
    <HydrationBoundary state={hydratedQuery(viewKeys.list('audit'), views)}>
      <HydrationBoundary state={hydratedQuery(auditKeys.list(query), list)}>
        <HydrationBoundary state={hydratedQuery(auditKeys.head, head)}>
          <AuditPage />
        </HydrationBoundary>
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
