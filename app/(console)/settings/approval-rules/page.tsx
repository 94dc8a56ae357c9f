import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { RulesPage } from '@/components/approval-rules/rules-page';
import { approvalRulesKey } from '@/lib/client/approval-rules/queries';
import { hydratedQuery } from '@/lib/client/hydration';
import { getApprovalRules } from '@/lib/contracts/approval-rules';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Approval rules' };

export default async function Page() {
  const rules = await prefetchEndpoint(getApprovalRules);
  return (
    <HydrationBoundary state={hydratedQuery(approvalRulesKey, rules)}>
      <RulesPage />
    </HydrationBoundary>
  );
}
