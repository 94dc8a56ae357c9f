import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { WebhooksPage } from '@/components/webhooks/webhooks-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { webhookKeys } from '@/lib/client/webhooks/keys';
import { getWebhookStream } from '@/lib/contracts/webhooks';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function Page() {
  const stream = await prefetchEndpoint(getWebhookStream);
  return (
    <HydrationBoundary state={hydratedQuery(webhookKeys.stream, stream)}>
      <WebhooksPage />
    </HydrationBoundary>
  );
}
