import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { DeskRulesPage } from '@/components/desk-rules/rules-page';
import { deskRulesKey } from '@/lib/client/desk-rules/queries';
import { hydratedQuery } from '@/lib/client/hydration';
import { listDeskRules } from '@/lib/contracts/desk-rules';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Rules of the desk' };

export default async function Page() {
  const rules = await prefetchEndpoint(listDeskRules);
  return (
    <HydrationBoundary state={hydratedQuery(deskRulesKey, rules)}>
      <DeskRulesPage />
    </HydrationBoundary>
  );
}
