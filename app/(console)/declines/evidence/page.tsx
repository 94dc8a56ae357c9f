import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { EvidencePage } from '@/components/evidence/evidence-page';
import { parseEvidenceState } from '@/lib/client/evidence/evidence-state';
import { evidenceKeys, queryOfEvidence } from '@/lib/client/evidence/queries';
import { hydratedFirstPage } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { listEvidence } from '@/lib/contracts/evidence';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Evidence that left' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const { caseId } = parseEvidenceState(toSearchParams(await searchParams));
  const list = await prefetchEndpoint(listEvidence, { query: queryOfEvidence(caseId) });
  return (
    <HydrationBoundary state={hydratedFirstPage(evidenceKeys.list(caseId), list)}>
      <EvidencePage />
    </HydrationBoundary>
  );
}
